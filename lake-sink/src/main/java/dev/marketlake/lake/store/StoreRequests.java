package dev.marketlake.lake.store;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.okhttp3.OkHttpMetricsEventListener;
import java.util.List;
import okhttp3.EventListener;
import okhttp3.HttpUrl;
import okhttp3.Request;

/**
 * Times every call to the store up to the headers of its answer, each page of a listing for itself, as {@code marketlake.store.requests}: by
 * method, status, and the table it is about ({@code uri}, for example {@code silver/bars}; {@code other} where it is about none).
 */
public final class StoreRequests {
    private static final int TABLE = 2;
    /** Of what is no table's, such as the probe of the store. */
    private static final String OWN = "_";

    private StoreRequests() {}

    /** @param bucket whose tables are told apart */
    public static EventListener timed(MeterRegistry meters, String bucket) {
        return OkHttpMetricsEventListener.builder(meters, "marketlake.store.requests")
                .includeHostTag(false)
                .uriMapper(request -> table(request, bucket))
                .build();
    }

    private static String table(Request request, String bucket) {
        HttpUrl url = request.url();
        String prefix = url.queryParameter("prefix");
        List<String> path = prefix == null ? url.pathSegments() : List.of(prefix.split("/", -1));
        boolean namesBucket =
                prefix == null && !path.isEmpty() && path.getFirst().equals(bucket);
        List<String> key = namesBucket ? path.subList(1, path.size()) : path;
        return key.size() > TABLE && !key.getFirst().startsWith(OWN)
                ? String.join("/", key.subList(0, TABLE))
                : "other";
    }
}
