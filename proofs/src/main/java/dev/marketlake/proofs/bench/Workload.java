package dev.marketlake.proofs.bench;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * One-minute bars of many symbols as an exchange would send them: minute by minute, 10 % of the events exact repeats, 1 % with a high below
 * the low, 2 % of the bars up to five minutes late. The same figures give the same events.
 */
final class Workload {
    private static final double REPEATS = 0.10;
    private static final double UNUSABLE = 0.01;
    private static final double LATE = 0.02;
    private static final int LATEST = 5;
    private static final double BARS = 1 - REPEATS - UNUSABLE;
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 2);

    private final int symbols;
    private final long seed;
    private final MinuteGrid grid;

    /** What an event is to the one who checks. */
    enum Kind {
        BAR,
        REPEAT,
        UNUSABLE
    }

    /**
     * One event.
     *
     * @param symbol number of the symbol, from 0
     * @param minute index in the grid
     * @param late minutes that pass before it is observed
     * @param tick drives the figures of the bar
     */
    record Event(Kind kind, int symbol, int minute, int late, PricePath.Tick tick) {}

    /** @param events about how many; a few more where they do not divide by the symbols */
    Workload(long events, int symbols, long seed) {
        this.symbols = symbols;
        this.seed = seed;
        this.grid = MinuteGrid.from(FIRST, (int) Math.max(1, Math.round(events * BARS / symbols)));
    }

    int symbols() {
        return symbols;
    }

    MinuteGrid grid() {
        return grid;
    }

    /** Hands out every event, in order of arrival. */
    void forEach(Consumer<Event> taker) {
        var paths = new ArrayList<PricePath>();
        for (int symbol = 0; symbol < symbols; symbol++) {
            paths.add(new PricePath(seed * 31 + symbol));
        }
        var fate = new SplittableRandom(seed);
        List<Queue<Event>> delayed = new ArrayList<>();
        for (int i = 0; i <= LATEST; i++) {
            delayed.add(new ArrayDeque<>());
        }
        for (int minute = 0; minute < grid.size() + LATEST; minute++) {
            drain(delayed.get(minute % delayed.size()), taker);
            for (int symbol = 0; symbol < symbols && minute < grid.size(); symbol++) {
                var tick = paths.get(symbol).next();
                int late = fate.nextDouble() < LATE ? 1 + fate.nextInt(LATEST) : 0;
                var bar = new Event(Kind.BAR, symbol, minute, late, tick);
                send(bar, late, minute, delayed, taker);
                if (fate.nextDouble() < REPEATS / BARS) {
                    var repeat = new Event(Kind.REPEAT, symbol, minute, late, tick);
                    send(repeat, Math.max(late, fate.nextInt(2)), minute, delayed, taker);
                }
                if (fate.nextDouble() < UNUSABLE / BARS) {
                    taker.accept(new Event(Kind.UNUSABLE, symbol, minute, 0, tick));
                }
            }
        }
    }

    private static void send(Event event, int wait, int minute, List<Queue<Event>> delayed, Consumer<Event> taker) {
        if (wait == 0) {
            taker.accept(event);
        } else {
            delayed.get((minute + wait) % delayed.size()).add(event);
        }
    }

    private static void drain(Queue<Event> due, Consumer<Event> taker) {
        for (var event = due.poll(); event != null; event = due.poll()) {
            taker.accept(event);
        }
    }
}
