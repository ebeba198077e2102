package io.streamgauge.schemas.serde;

import com.fasterxml.jackson.databind.util.RawValue;
import java.util.Map;

/** What {@link RegistryServer} answers: a body that becomes JSON; errors carry the registry's own five-digit code. */
record Answer(int status, Object body) {
    static final Answer NOT_FOUND = error(404, 404, "HTTP 404 Not Found");

    static Answer ok(Object body) {
        return new Answer(200, body);
    }

    /** The text is JSON already. */
    static Answer json(String text) {
        return ok(new RawValue(text));
    }

    static Answer noVersion(String version) {
        return error(404, 40402, "Version " + version + " not found.");
    }

    static Answer error(int status, int code, String message) {
        return new Answer(status, Map.of("error_code", code, "message", message));
    }
}
