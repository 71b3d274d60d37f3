package dev.marketlake.simulator;

/** An HTTP status, the media type and the text of a body. */
record Reply(int status, String mediaType, String body) {
    static Reply json(int status, String body) {
        return new Reply(status, "application/json", body);
    }

    static Reply plain(int status, String body) {
        return new Reply(status, "text/plain; charset=utf-8", body);
    }

    Reply withBody(String other) {
        return new Reply(status, mediaType, other);
    }
}
