package dev.marketlake.serde;

import org.apache.kafka.common.errors.SerializationException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The registry answered, and said no. Trying again does not help. */
final class RegistryRefusal extends SerializationException {
    private static final long serialVersionUID = 1L;
    private static final int UNKNOWN_SCHEMA = 40403;
    private static final int LONGEST = 300;

    private final int code;

    private RegistryRefusal(String message, int code) {
        super(message);
        this.code = code;
    }

    /**
     * @param call method and address, without credentials
     * @param body the protocol's {@code {"error_code":40403,"message":"..."}}, or anything where the address is wrong
     */
    static RegistryRefusal of(String call, int status, String body) {
        String said = body.length() <= LONGEST ? body : body.substring(0, LONGEST) + "...";
        return new RegistryRefusal(
                "schema registry refused " + call + ": HTTP " + status + " " + said + remedy(status), code(body));
    }

    /** Whether this registry, being one, has no schema of the id it was asked for. */
    boolean isUnknownSchema() {
        return code == UNKNOWN_SCHEMA;
    }

    private static int code(String body) {
        try {
            return JsonMapper.shared().readTree(body).path("error_code").asInt(0);
        } catch (JacksonException e) {
            return 0;
        }
    }

    private static String remedy(int status) {
        return switch (status) {
            case 401, 403 ->
                ": check " + RegistrySettings.USER_INFO + " and " + RegistrySettings.CREDENTIALS_SOURCE + "=USER_INFO";
            case 404 ->
                ": " + RegistrySettings.URL + " must hold the whole path, and without " + RegistrySettings.AUTO_REGISTER
                        + " the schema must be registered before";
            case 409 -> ": the schema is not compatible with the ones registered before";
            default -> "";
        };
    }
}
