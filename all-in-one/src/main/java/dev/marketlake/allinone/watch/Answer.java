package dev.marketlake.allinone.watch;

/** What came back over HTTP. */
public sealed interface Answer {

    record Good(String body) implements Answer {}

    /**
     * No answer, or not one of success.
     *
     * @param reason why it is no good, a few words
     * @param body empty where nothing answered
     */
    record Bad(String reason, String body) implements Answer {}
}
