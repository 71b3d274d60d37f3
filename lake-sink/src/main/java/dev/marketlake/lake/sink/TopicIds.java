package dev.marketlake.lake.sink;

/** Knows which topic stands behind a name right now: a topic deleted and made again has another id. */
interface TopicIds {
    /** Kafka's id of a topic. @throws KafkaException where the broker does not answer or has no such topic */
    String of(String topic);
}
