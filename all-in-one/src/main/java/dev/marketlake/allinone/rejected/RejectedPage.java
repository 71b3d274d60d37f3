package dev.marketlake.allinone.rejected;

import dev.marketlake.events.RejectedQuote;
import dev.marketlake.serde.UndecodableValue;
import dev.marketlake.topics.Topics;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One rejected record for people: place, reasons, remedies, and all of its bytes. */
public record RejectedPage(RejectedQuote row, RawPlace.Naming naming, String registryUrl) {

    public List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(naming.name(RawPlace.of(row.getPosition())) + " (topic id "
                + row.getPosition().getTopicId() + ")");
        lines.add("  source " + known(row.getSource()) + ", feed " + known(row.getFeed()) + ", symbol "
                + known(row.getSymbol()));
        lines.add("  observed " + known(row.getObservedAt()) + ", in Kafka " + row.getRawTimestamp() + ", rejected "
                + row.getRejectedAt());
        lines.add("  " + row.getMessage());
        row.getReasons().forEach(reason -> lines.add("  " + reason + ": " + Remedy.against(reason)));
        payload().forEach(line -> lines.add("  payload: " + line));
        bytes("key", row.getKey(), lines);
        bytes("value", row.getValue(), lines);
        return List.copyOf(lines);
    }

    /** The payload where the value is a raw quote, else nothing. */
    private List<String> payload() {
        var value = row.getValue();
        if (value == null) {
            return List.of();
        }
        try (var serde = Topics.RAW.valueSerde(Map.of("schema.registry.url", registryUrl))) {
            var quote = serde.deserializer().deserialize(Topics.RAW.name(), RejectedBytes.of(value));
            return quote.getPayload().lines().toList();
        } catch (UndecodableValue poison) {
            return List.of();
        }
    }

    private static void bytes(String what, @Nullable ByteBuffer buffer, List<String> lines) {
        if (buffer == null) {
            lines.add("  " + what + ": none here");
            return;
        }
        var bytes = RejectedBytes.of(buffer);
        lines.add("  " + what + ", " + bytes.length + " bytes:");
        HexDump.lines(bytes).forEach(line -> lines.add("    " + line));
    }

    private static String known(@Nullable Object value) {
        return value == null ? "unknown" : value.toString();
    }
}
