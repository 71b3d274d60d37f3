package dev.marketlake.allinone.rejected;

import dev.marketlake.stream.observation.Reason;
import java.util.Arrays;

/** What helps against a reason. */
public final class Remedy {
    private static final String AFTER_FIX = "After that: marketlake rejected resubmit.";
    private static final String PROVIDER =
            "The provider sent it so: nothing to do here; a later poll that brings the bar right is taken as a new observation.";

    private Remedy() {}

    /** @param name of a reason, perhaps of a newer version than this */
    public static String against(String name) {
        return Arrays.stream(Reason.values())
                .filter(reason -> reason.name().equals(name))
                .findFirst()
                .map(Remedy::against)
                .orElse("This version does not know the reason: see the message.");
    }

    private static String against(Reason reason) {
        return switch (reason) {
            case UNDECODABLE ->
                "Something other than ingest-service wrote to market.raw, or the registry lost its schemas: restore the schema. "
                        + AFTER_FIX;
            case NULL_VALUE ->
                "Something other than ingest-service wrote to market.raw: stop it. There is nothing to send again.";
            case OFF_SCHEMA -> "Correct the program that wrote the record. These bytes stay unusable.";
            case UNSUPPORTED_FEED, UNKNOWN_INTERVAL -> "Run a version that reads this feed. " + AFTER_FIX;
            case UNKNOWN_SYMBOL ->
                "Add the symbol to config/symbols.yml and restart the stream processor. " + AFTER_FIX;
            case KEY_NOT_SYMBOL -> "Correct the program that wrote the record: raw quotes are keyed by their symbol.";
            case MALFORMED_PAYLOAD, MISSING_FIELD, NOT_A_NUMBER, BAD_TIME, UNKNOWN_TIME_ZONE ->
                "The provider changed its form, or sent rubbish: compare the payload with its documentation; run a version that reads it. "
                        + AFTER_FIX;
            case PRICE_NOT_POSITIVE,
                    NUMBER_TOO_LARGE,
                    VOLUME_NEGATIVE,
                    HIGH_BELOW_LOW,
                    EMPTY_ROW,
                    NONEXISTENT_TIME,
                    AMBIGUOUS_TIME -> PROVIDER;
            case FROM_THE_FUTURE ->
                "Compare the clock of the machine that ran ingest-service with the true time, and marketlake.stream.tolerance. "
                        + AFTER_FIX;
            case NO_SESSION ->
                "The provider has a day on which the exchange was closed: if it was open, correct the symbol's calendar in"
                        + " config/symbols.yml and restart the stream processor. " + AFTER_FIX;
            case UNEXPECTED ->
                "Report the message and these bytes as a bug, and run the version that fixes it. " + AFTER_FIX;
            case FAR_FROM_MEDIAN,
                    OFF_GRID,
                    OUTSIDE_SESSION,
                    ZERO_VOLUME,
                    ROUNDED_VOLUME,
                    ROUNDED_PRICE,
                    ROUNDED_FIGURE,
                    OUTSIDE_RANGE,
                    ZERO_DAY_FIGURE -> "None needed: such a record is kept, not rejected.";
        };
    }
}
