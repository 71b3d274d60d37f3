package dev.marketlake.stream;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Seeded raw events of two trade dates as bad as a market can be: repeats, corrections earlier and later, prices that turn bars invalid
 * and back, a second source that agrees or not, bars off the grid, before hours and on a Saturday, records to reject.
 */
public final class Soup {
    private static final Instant OBSERVED = Instant.parse("2019-02-17T00:00:00Z");
    private final Random random;
    private final List<Raw> events = new ArrayList<>();
    private int requests;

    private Soup(long seed) {
        random = new Random(seed);
    }

    public static List<Raw> of(long seed) {
        Soup soup = new Soup(seed);
        for (String from : List.of("2019-02-14 15:20", "2019-02-15 09:30")) {
            double price = 100;
            for (int minute = 0; minute < 36; minute++) {
                price *= Math.exp(soup.random.nextGaussian() / 200);
                soup.minute(Raw.minute("AAPL", from, 1, 1).later(minute, rounded(price), soup.volume()));
            }
        }
        soup.oddities();
        return soup.events;
    }

    private void minute(Raw bar) {
        if (random.nextInt(12) == 0) {
            return;
        }
        add(bar);
        while (random.nextInt(4) == 0) {
            add(
                    switch (random.nextInt(5)) {
                        case 0 -> bar.prices("140", "190.5", "90", "150.25");
                        case 1 -> bar.volume(Integer.toString(random.nextInt(9_000)));
                        case 2 -> bar.prices("99", "101", "98", "100.5");
                        default -> bar;
                    });
        }
        while (random.nextInt(6) == 0) {
            add((random.nextBoolean() ? bar : bar.prices("101", "103", "99", "102.5")).byFinnhub());
        }
        if (random.nextInt(15) == 0) {
            add(bar.prices("5", "4", "6", "5"));
        }
    }

    private void oddities() {
        add(Raw.minute("AAPL", "2019-02-15 08:00", 100, 5));
        add(Raw.minute("AAPL", "2019-02-15 09:35:30", 100, 5));
        add(Raw.minute("AAPL", "2019-02-16 12:00", 100, 5));
        add(Raw.minute("AAPL", "2019-02-15 12:00", 100, 0));
        add(Raw.minute("ZZZ", "2019-02-15 12:00", 100, 0));
    }

    private void add(Raw bar) {
        Instant at = OBSERVED.plusSeconds(random.nextInt(20));
        events.add(bar.observed(at, "request-" + random.nextInt(5), requests++));
    }

    private long volume() {
        return random.nextInt(10) == 0 ? 5_000 + random.nextInt(5_000) : 500 + random.nextInt(500);
    }

    private static double rounded(double price) {
        return Math.round(price * 100) / 100.0;
    }
}
