package dev.marketlake.allinone.audit;

/** Somebody beside the lake who knows which offsets of the raw topic held records. */
public interface Evidence extends AutoCloseable {

    /** Nobody there to ask. */
    Evidence NONE = new Evidence() {
        @Override
        public Answer about(Source source, long from, long to) {
            return Answer.UNKNOWN;
        }

        @Override
        public void close() {}
    };

    /** What is known of a range of offsets. */
    enum Answer {
        /** There is at least one record for a reader of committed records. */
        RECORDS,
        /** There is none: marks of transactions, or what was aborted. */
        NOTHING,
        /** Kafka has deleted the range, or its beginning, and holds nothing of the rest. */
        EXPIRED,
        /** The topic is another one now, or nobody answers. */
        UNKNOWN
    }

    /** @param to exclusive @throws dev.marketlake.allinone.watch.BrokerSilent where the broker stops answering */
    Answer about(Source source, long from, long to);

    @Override
    void close();
}
