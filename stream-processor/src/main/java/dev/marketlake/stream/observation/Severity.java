package dev.marketlake.stream.observation;

/** What follows from a {@link Reason}. */
public enum Severity {
    REJECT("The raw record goes to market.rejected and touches no series."),
    INVALID("The bar is kept with valid=false and stays out of readings, roll-ups and Gold."),
    ADVISORY("The bar is noted and used.");

    private final String consequence;

    Severity(String consequence) {
        this.consequence = consequence;
    }

    /** What becomes of the record, in a sentence. */
    public String consequence() {
        return consequence;
    }
}
