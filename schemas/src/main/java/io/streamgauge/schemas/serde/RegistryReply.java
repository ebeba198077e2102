package io.streamgauge.schemas.serde;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/**
 * Does a reply come from a registry, and what does it mean? Anything that only looks like an answer counts as no answer: to take
 * a proxy's error page for "no such schema" would reject good records.
 */
final class RegistryReply {
    private static final JsonMapper JSON = new JsonMapper();

    private RegistryReply() {}

    /** The body; a missing node if it is no JSON object. */
    static JsonNode json(RegistryHttp.Reply reply) {
        try {
            JsonNode body = JSON.readTree(reply.body());
            return body.isObject() ? body : JSON.missingNode();
        } catch (IOException e) {
            return JSON.missingNode();
        }
    }

    static int id(JsonNode body) {
        JsonNode id = body.path("id");
        if (!id.canConvertToInt()) {
            throw new RegistryUnavailableException("the schema registry's answer holds no id: is the URL right?", null);
        }
        return id.intValue();
    }

    static String schemaText(JsonNode body) {
        JsonNode schema = body.path("schema");
        if (!schema.isTextual()) {
            throw new RegistryUnavailableException(
                    "the schema registry's answer holds no schema: is the URL right?", null);
        }
        return schema.textValue();
    }

    /** What a status other than 200 stands for. */
    static RuntimeException fault(RegistryHttp.Question question, int status, JsonNode body) {
        int code = body.path("error_code").asInt();
        String message =
                "%s: %d %s".formatted(question, status, body.path("message").asText("(no message)"));
        if (status == 404 && code >= 40401 && code <= 40403) {
            return new UnknownSchemaException(message);
        }
        if (status == 409 || status == 422) {
            return new RefusedSchemaException(message);
        }
        if (status == 401 || status == 403) {
            return new RegistryUnavailableException("the schema registry refuses our credentials: " + message, null);
        }
        return new RegistryUnavailableException("no registry's answer; is the URL right? " + message, null);
    }
}
