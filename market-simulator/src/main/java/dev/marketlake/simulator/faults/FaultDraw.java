package dev.marketlake.simulator.faults;

import dev.marketlake.market.Source;
import dev.marketlake.simulator.market.Draws;
import java.util.Optional;

/** Decides what goes wrong with the n-th request of a provider: a pure function of seed, provider and n. */
public final class FaultDraw {
    private static final double LEAST_KEPT = 0.2;
    private static final double MOST_KEPT = 0.95;

    private final FaultSettings settings;
    private final Source provider;
    private final Draws kinds;
    private final Draws cuts;

    public FaultDraw(FaultSettings settings, Source provider) {
        this.settings = settings;
        this.provider = provider;
        kinds = Draws.of(settings.seed(), provider.name(), "fault");
        cuts = Draws.of(settings.seed(), provider.name(), "cut");
    }

    /** The fault of request {@code number}, counted from 1; mostly none. */
    public Optional<FaultKind> of(long number) {
        double left = kinds.uniform(number);
        for (FaultKind kind : FaultKind.values()) {
            if (kind.isPerRequest() && kind.concerns(provider)) {
                left -= settings.rate(kind);
                if (left < 0) {
                    return Optional.of(kind);
                }
            }
        }
        return Optional.empty();
    }

    /** {@code body} cut off somewhere in its later part, never whole and never empty. */
    public String truncated(String body, long number) {
        int kept = (int) (body.length() * cuts.between(LEAST_KEPT, MOST_KEPT, number));
        return body.substring(0, Math.clamp(kept, 1, body.length() - 1));
    }
}
