package dev.marketlake.serde;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.kafka.common.errors.SerializationException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The calls of Confluent's schema registry protocol that writing and reading need. Each asks the registry; who calls keeps the answer,
 * for an id never changes its schema. Safe for any thread.
 */
final class SchemaRegistryClient {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final RegistryHttp http;

    /** A schema with the id that stands for it on the wire. */
    record RegisteredSchema(int id, Schema schema) {}

    SchemaRegistryClient(RegistrySettings settings) {
        this.http = new RegistryHttp(settings.endpoints(), settings.patience());
    }

    /**
     * The schema of an id.
     *
     * @throws UndecodableValue where the registry has no Avro schema of this id
     * @throws SerializationException where the registry refuses for another reason
     * @throws org.apache.kafka.common.errors.TimeoutException where the registry does not answer
     */
    Schema schema(int id) {
        try {
            return parse(http.get("/schemas/ids/" + id), "schema " + id);
        } catch (RegistryRefusal e) {
            throw e.isUnknownSchema()
                    ? new UndecodableValue("value names schema " + id + ", which the registry does not have", e)
                    : e;
        }
    }

    /** The id of {@code schema} under {@code subject}, new where it was not there. */
    RegisteredSchema register(String subject, Schema schema) {
        return new RegisteredSchema(id(http.post(path(subject) + "/versions", body(schema)), subject), schema);
    }

    /** The id of {@code schema} under {@code subject}. @throws SerializationException where it is not registered */
    RegisteredSchema registered(String subject, Schema schema) {
        return new RegisteredSchema(id(http.post(path(subject), body(schema)), subject), schema);
    }

    /** The newest schema of {@code subject}. @throws SerializationException where it has none */
    RegisteredSchema latest(String subject) {
        JsonNode latest = http.get(path(subject) + "/versions/latest");
        return new RegisteredSchema(id(latest, subject), parse(latest, "the newest schema of " + subject));
    }

    private static String path(String subject) {
        return "/subjects/" + URLEncoder.encode(subject, StandardCharsets.UTF_8);
    }

    private static String body(Schema schema) {
        return MAPPER.createObjectNode().put("schema", schema.toString()).toString();
    }

    private static int id(JsonNode answer, String subject) {
        if (!answer.path("id").isInt()) {
            throw new SerializationException("schema registry answered without an id for " + subject);
        }
        return answer.path("id").asInt();
    }

    private static Schema parse(JsonNode answer, String what) {
        String type = answer.path("schemaType").asString("AVRO");
        if (!"AVRO".equals(type)) {
            throw new UndecodableValue(what + " is " + type + ", not Avro");
        }
        try {
            return new Schema.Parser()
                    .setValidateDefaults(false)
                    .parse(answer.path("schema").asString(""));
        } catch (AvroRuntimeException e) {
            throw new UndecodableValue(what + " cannot be read as one Avro schema: " + e.getMessage(), e);
        }
    }
}
