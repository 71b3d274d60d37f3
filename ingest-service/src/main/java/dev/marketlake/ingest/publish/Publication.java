package dev.marketlake.ingest.publish;

/** What came of sending all records of a response once. */
sealed interface Publication {

    /** Every record is in the topic. */
    record Acknowledged() implements Publication {}

    /**
     * Some record was not acknowledged. How many are in the topic is not known: the response is published again as a whole, under the
     * same request id and sequence numbers, and the stream counts the repetitions as duplicates.
     *
     * @param fatal whether this producer will not send any more and has to be replaced
     */
    record Unknown(String reason, Fatality fatal) implements Publication {}

    /** What a failure means for the producer. */
    enum Fatality {
        PRODUCER_GOES_ON,
        PRODUCER_IS_FINISHED
    }
}
