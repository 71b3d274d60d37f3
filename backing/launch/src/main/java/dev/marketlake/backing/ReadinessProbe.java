package dev.marketlake.backing;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Looks, for at most a second or two, whether a started program is ready. */
record ReadinessProbe(Readiness wanted, ChildLog log) {
    private static final int ONE_SECOND = 1_000;

    boolean isReady() {
        return switch (wanted) {
            case Readiness.AtOnce started -> true;
            case Readiness.Line line -> log.holdsLine(line.text());
            case Readiness.Answers answers -> answers2xx(answers.address());
        };
    }

    private static boolean answers2xx(URI address) {
        try {
            var connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setConnectTimeout(ONE_SECOND);
            connection.setReadTimeout(ONE_SECOND);
            int status = connection.getResponseCode();
            connection.disconnect();
            return status / 100 == 2;
        } catch (IOException notYet) {
            return false;
        }
    }
}
