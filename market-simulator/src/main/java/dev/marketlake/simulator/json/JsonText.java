package dev.marketlake.simulator.json;

import java.util.Map;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Writes maps, in their order, as JSON. Decimals are written plainly, never in exponent form. */
public final class JsonText {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();
    private static final ObjectWriter COMPACT = MAPPER.writer();
    private static final ObjectWriter INDENTED = MAPPER.writer()
            .with(new DefaultPrettyPrinter(Separators.createDefaultInstance()
                            .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                            .withObjectEmptySeparator(""))
                    .withObjectIndenter(new DefaultIndenter("    ", "\n")));

    private JsonText() {}

    /** {@code {"c":308.82,"d":null}}: Finnhub's layout. */
    public static String compact(Map<String, ? extends @org.jspecify.annotations.Nullable Object> object) {
        return COMPACT.writeValueAsString(object);
    }

    /** One member a line, four spaces a level: Alpha Vantage's layout. */
    public static String indented(Map<String, ?> object) {
        return INDENTED.writeValueAsString(object);
    }
}
