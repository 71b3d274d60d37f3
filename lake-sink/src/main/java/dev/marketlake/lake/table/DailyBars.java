package dev.marketlake.lake.table;

import dev.marketlake.market.Interval;
import dev.marketlake.market.PriceBasis;
import org.apache.avro.generic.GenericRecord;

/**
 * gold.daily_bars: the daily bars as traded that are complete and valid. One that turns invalid, incomplete or is deleted leaves; bars of
 * other intervals and bases are not for this table.
 */
final class DailyBars implements FateRule {
    @Override
    public Fate of(GenericRecord bar) {
        if (!Interval.D1.label().equals(text(bar, "interval"))
                || !PriceBasis.RAW.name().equals(text(bar, "priceBasis"))) {
            return Fate.IGNORE;
        }
        boolean stands =
                FateRule.isTrue(bar, "valid") && FateRule.isTrue(bar, "complete") && !FateRule.isTrue(bar, "deleted");
        return stands ? Fate.KEEP : Fate.WITHDRAW;
    }

    private static String text(GenericRecord bar, String field) {
        return String.valueOf(bar.get(field));
    }
}
