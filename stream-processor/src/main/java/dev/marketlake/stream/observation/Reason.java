package dev.marketlake.stream.observation;

/**
 * Why a record is refused, a bar unusable, or something about it worth a note. The name is what topics and tables carry; the number is
 * what the state carries, so it never changes its meaning.
 */
public enum Reason {
    UNDECODABLE(
            1,
            Severity.REJECT,
            "The value is not a RawQuote in the wire format: no Avro, or of a schema that is another record's or unknown to the registry."),
    NULL_VALUE(2, Severity.REJECT, "The record has no value."),
    OFF_SCHEMA(
            3,
            Severity.REJECT,
            "The value is a RawQuote, but a field lies outside what the schema's documentation allows."),
    UNSUPPORTED_FEED(4, Severity.REJECT, "The source, or this feed of it, is not one this version reads."),
    UNKNOWN_SYMBOL(5, Severity.REJECT, "The symbol is not followed, or the provider says it knows none of that name."),
    UNKNOWN_INTERVAL(
            6,
            Severity.REJECT,
            "The interval is missing or not one of the feed: an intraday one, or 1d of daily bars."),
    MALFORMED_PAYLOAD(7, Severity.REJECT, "The payload is not the JSON object this feed sends."),
    MISSING_FIELD(8, Severity.REJECT, "A field that the observation cannot do without is absent."),
    NOT_A_NUMBER(9, Severity.REJECT, "A price, volume or other figure is not a decimal number."),
    PRICE_NOT_POSITIVE(10, Severity.REJECT, "A price, a dividend or a term of a split is zero or below."),
    NUMBER_TOO_LARGE(11, Severity.REJECT, "A price does not fit decimal(18,8), or a volume does not fit a long."),
    VOLUME_NEGATIVE(12, Severity.REJECT, "The volume is below zero."),
    HIGH_BELOW_LOW(13, Severity.REJECT, "The high is below the low."),
    BAD_TIME(14, Severity.REJECT, "The time stamp cannot be read."),
    UNKNOWN_TIME_ZONE(15, Severity.REJECT, "The time zone of the payload is not known."),
    NONEXISTENT_TIME(16, Severity.REJECT, "The local time does not exist: the clocks jumped over it."),
    AMBIGUOUS_TIME(17, Severity.REJECT, "The local time happened twice: the clocks were set back."),
    FROM_THE_FUTURE(
            18,
            Severity.REJECT,
            "The observation is of a time later than it was observed, by more than the tolerance."),
    UNEXPECTED(
            19,
            Severity.REJECT,
            "A step failed on this record in a way nobody foresaw; the message names the exception."),
    KEY_NOT_SYMBOL(
            20,
            Severity.REJECT,
            "The key of the record is not its symbol: it may stand in another partition than the rest of the symbol."),
    EMPTY_ROW(
            21,
            Severity.REJECT,
            "The row of the bar is there, but without a single price: the provider has nulls for it."),
    NO_SESSION(
            22,
            Severity.REJECT,
            "A daily bar or snapshot is of a date on which the symbol's calendar has no session, so it has no open time."),

    FAR_FROM_MEDIAN(
            32,
            Severity.INVALID,
            "The close is further from the median close of the 20 complete bars before than the threshold allows."),
    OFF_GRID(33, Severity.INVALID, "The bar does not start on the grid of its interval."),
    OUTSIDE_SESSION(34, Severity.INVALID, "The bar starts outside any session: night, weekend, holiday."),

    ZERO_VOLUME(48, Severity.ADVISORY, "The volume is zero, which is normal for an index."),
    ROUNDED_VOLUME(49, Severity.ADVISORY, "The volume had a fraction and was rounded half-even."),
    ROUNDED_PRICE(50, Severity.ADVISORY, "A price had more than eight decimals and was rounded half-even."),
    OUTSIDE_RANGE(51, Severity.ADVISORY, "The open or the close lies outside low to high."),
    ZERO_DAY_FIGURE(
            52,
            Severity.ADVISORY,
            "A day figure of a snapshot was zero or below while its price was not; it is left null."),
    ROUNDED_FIGURE(
            53, Severity.ADVISORY, "A figure of a company had more decimals than are kept and was rounded half-even.");

    private static final Reason[] BY_NUMBER = new Reason[64];

    static {
        for (Reason reason : values()) {
            BY_NUMBER[reason.number] = reason;
        }
    }

    private final int number;
    private final Severity severity;
    private final String meaning;

    Reason(int number, Severity severity, String meaning) {
        this.number = number;
        this.severity = severity;
        this.meaning = meaning;
    }

    /** Stable number, 1 to 63. */
    public int number() {
        return number;
    }

    public Severity severity() {
        return severity;
    }

    /** What holds of a record that has it, in sentences. */
    public String meaning() {
        return meaning;
    }

    /** The reason of a stable number. @throws IllegalArgumentException where there is none */
    public static Reason of(int number) {
        Reason reason = number < 0 || number >= BY_NUMBER.length ? null : BY_NUMBER[number];
        if (reason == null) {
            throw new IllegalArgumentException("no reason has number " + number);
        }
        return reason;
    }
}
