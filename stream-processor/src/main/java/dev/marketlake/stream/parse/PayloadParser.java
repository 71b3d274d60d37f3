package dev.marketlake.stream.parse;

import dev.marketlake.stream.observation.Parsed;
import tools.jackson.databind.JsonNode;

/** Reads the payload of one source and feed. Stateless. */
interface PayloadParser {
    /** @param payload a JSON object */
    Parsed parse(Envelope envelope, JsonNode payload);
}
