package dev.marketlake.allinone.audit;

/**
 * A Kafka partition as the lake names it.
 *
 * @param topicId Kafka's id of the topic
 * @param partition from 0
 */
record Source(String topicId, int partition) {

    /** @param id as a table's log has it, for example {@code WqLhMwL5Q2yX3cT0p1kAQA-3} @throws IllegalArgumentException for another form */
    static Source inLog(String id) {
        int dash = id.lastIndexOf('-');
        if (dash < 1) {
            throw new IllegalArgumentException(id + " is no topic id and partition");
        }
        return new Source(id.substring(0, dash), Integer.parseInt(id.substring(dash + 1)));
    }

    String inLog() {
        return topicId + "-" + partition;
    }

    @Override
    public String toString() {
        return inLog();
    }
}
