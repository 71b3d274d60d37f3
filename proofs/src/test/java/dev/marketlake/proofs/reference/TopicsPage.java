package dev.marketlake.proofs.reference;

import static dev.marketlake.proofs.reference.Markdown.code;

import dev.marketlake.events.RawPosition;
import dev.marketlake.topics.Topic;
import dev.marketlake.topics.TopicSettings;
import dev.marketlake.topics.TopicSettings.Compression;
import dev.marketlake.topics.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;

/** Every topic with the schema of its values. */
final class TopicsPage {
    private static final Pattern SENTENCE = Pattern.compile("^(.*?)\\. Key: (.*?)\\.");

    private TopicsPage() {}

    /** @param config folder of topics.yml */
    static String of(Path config) {
        var settings = TopicSettings.read(config.resolve("topics.yml"));
        var page = new Markdown("Topics")
                .text(
                        "Keys are UTF-8 strings, values Avro in Confluent's wire format. Partitions, retention and replication are those of"
                                + " `config/topics.yml` as it is shipped. All topics stamp records on arrival, so that retention never eats"
                                + " history: event times are in the value alone. The services create what is missing; auto-creation is off.")
                .table(
                        List.of("topic", "key", "value", "what", "kept", "partitions"),
                        Topics.all().stream()
                                .map(topic -> overview(topic, settings))
                                .toList());
        Topics.all().forEach(topic -> describe(topic, settings, page));
        var position = SpecificData.get().getSchema(RawPosition.class);
        return page.section("RawPosition, inside the values above")
                .text(position.getDoc())
                .table(List.of("field", "type", "what"), fields(position))
                .toString();
    }

    private static List<String> overview(Topic<?> topic, TopicSettings settings) {
        var schema = schema(topic);
        return List.of(
                "[" + code(topic.name()) + "](#" + topic.name().replace(".", "") + ")",
                sentence(topic, 2),
                schema.getName(),
                sentence(topic, 1),
                kept(topic, settings),
                Integer.toString(settings.partitions(topic)));
    }

    private static void describe(Topic<?> topic, TopicSettings settings, Markdown page) {
        var own = setting(topic, settings);
        var compression = own.compression() == null ? Compression.producer : own.compression();
        var limit = own.maxMessageBytes();
        page.section(topic.name())
                .text(schema(topic).getDoc())
                .text("Cleanup " + own.cleanup() + ", kept " + kept(topic, settings) + ", "
                        + settings.partitions(topic) + " partitions, compression " + compression
                        + (limit == null ? "" : ", batches of at most " + limit + " bytes") + ".")
                .table(List.of("field", "type", "what"), fields(schema(topic)));
    }

    private static List<List<String>> fields(Schema schema) {
        return schema.getFields().stream()
                .map(field -> List.of(code(field.name()), AvroType.inTopic(field.schema()), documented(schema, field)))
                .toList();
    }

    private static String documented(Schema schema, Schema.Field field) {
        return Objects.requireNonNull(field.doc(), () -> schema.getName() + "." + field.name() + " has no doc");
    }

    private static String kept(Topic<?> topic, TopicSettings settings) {
        var retention = setting(topic, settings).retention();
        return retention == null ? "last value of each key" : days(retention);
    }

    private static String days(Duration retention) {
        long days = retention.toDays();
        return retention.equals(Duration.ofDays(days)) ? days + (days == 1 ? " day" : " days") : retention.toString();
    }

    private static TopicSettings.TopicSetting setting(Topic<?> topic, TopicSettings settings) {
        return Objects.requireNonNull(settings.topics().get(topic.name()));
    }

    /** What the schema's doc says first (group 1) and of the key (group 2). */
    private static String sentence(Topic<?> topic, int group) {
        var found = SENTENCE.matcher(schema(topic).getDoc());
        if (!found.find()) {
            throw new IllegalStateException(
                    "the doc of " + schema(topic).getName() + " names no key: '... Key: symbol.'");
        }
        return found.group(group);
    }

    private static Schema schema(Topic<?> topic) {
        return SpecificData.get().getSchema(topic.type());
    }
}
