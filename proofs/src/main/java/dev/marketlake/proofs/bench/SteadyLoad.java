package dev.marketlake.proofs.bench;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * One-minute bars of many symbols in event-time order, each once: event {@code n} is minute {@code n / symbols} of symbol
 * {@code n % symbols}. One bar in 200 has twenty times the usual volume, spread evenly over symbols and time; prices are calm. The same
 * number gives the same event.
 */
final class SteadyLoad {
    /** Of a symbol, from one spike to the next. */
    static final int BARS_PER_SPIKE = 200;
    /** Bars whose mean volume a spike is compared with. */
    static final int BARS_BEFORE = 20;

    /** Prime to {@link #BARS_PER_SPIKE}, so that the spikes of the symbols fall on different minutes. */
    private static final int STAGGER = 37;

    private static final int SPIKE_VOLUME = 40_000;
    private static final int CALMEST_VOLUME = 1_500;
    private static final int VOLUME_SPREAD = 1_000;
    private static final int LOWEST_PRICE = 5_000;
    private static final int PRICE_SPREAD = 6;

    private final int symbols;
    private final MinuteGrid grid;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<Instant, Integer> minutes = new HashMap<>();

    SteadyLoad(int symbols, MinuteGrid grid) {
        this.symbols = symbols;
        this.grid = grid;
        for (int symbol = 0; symbol < symbols; symbol++) {
            numbers.put(BenchSymbols.name(symbol), symbol);
        }
        for (int minute = 0; minute < grid.size(); minute++) {
            minutes.put(grid.at(minute), minute);
        }
    }

    MinuteGrid grid() {
        return grid;
    }

    int symbols() {
        return symbols;
    }

    /** How many events there are. */
    long events() {
        return (long) symbols * grid.size();
    }

    Workload.Event event(long number) {
        int symbol = (int) (number % symbols);
        int minute = (int) (number / symbols);
        return new Workload.Event(Workload.Kind.BAR, symbol, minute, 0, tick(number, symbol, minute));
    }

    private static PricePath.Tick tick(long number, int symbol, int minute) {
        var random = new SplittableRandom(number);
        long usual = LOWEST_PRICE + 100L * (symbol % 400);
        long open = usual + random.nextInt(PRICE_SPREAD);
        long close = usual + random.nextInt(PRICE_SPREAD);
        long high = Math.max(open, close) + random.nextInt(PRICE_SPREAD);
        long low = Math.min(open, close) - random.nextInt(PRICE_SPREAD);
        long volume = isSpike(symbol, minute) ? SPIKE_VOLUME : CALMEST_VOLUME + random.nextInt(VOLUME_SPREAD);
        return new PricePath.Tick(open, high, low, close, volume);
    }

    private static boolean isSpike(int symbol, int minute) {
        return (minute + STAGGER * (long) symbol) % BARS_PER_SPIKE == 0;
    }

    /** Whether an alert follows: of a spike with enough bars before it. */
    boolean raises(long number) {
        int minute = (int) (number / symbols);
        return minute >= BARS_BEFORE && isSpike((int) (number % symbols), minute);
    }

    /** The event of a bar; -1 where there is none. */
    long number(String symbol, Instant openTime) {
        var number = numbers.get(symbol);
        var minute = minutes.get(openTime);
        return number == null || minute == null ? -1 : (long) minute * symbols + number;
    }

    /** For messages. */
    String place(long number) {
        return BenchSymbols.name((int) (number % symbols)) + " " + grid.at((int) (number / symbols));
    }
}
