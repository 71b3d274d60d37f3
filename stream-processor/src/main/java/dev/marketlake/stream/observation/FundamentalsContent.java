package dev.marketlake.stream.observation;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What one answer of a provider says of a company; null where it does not say.
 *
 * @param currency ISO code of the currency of the market capitalization
 * @param marketCap whole units of the currency
 * @param peRatio price over earnings of the last twelve months, scale 8
 * @param eps earnings per share of the last twelve months, scale 8
 */
public record FundamentalsContent(
        @Nullable String name,
        @Nullable String sector,
        @Nullable String currency,
        @Nullable Long marketCap,
        @Nullable BigDecimal peRatio,
        @Nullable BigDecimal eps) {
    /** Whether it says nothing at all. */
    public boolean isEmpty() {
        return name == null && sector == null && marketCap == null && peRatio == null && eps == null;
    }
}
