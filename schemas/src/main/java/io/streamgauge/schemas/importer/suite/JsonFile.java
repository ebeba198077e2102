package io.streamgauge.schemas.importer.suite;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.streamgauge.schemas.importer.proto.BrokenMessageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** JSON in a file, or one line that says why there is none. */
final class JsonFile {
    private JsonFile() {}

    static JsonNode read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new BrokenMessageException(file + ": no such file");
        }
        try {
            return new ObjectMapper().readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException e) {
            throw broken(
                    file,
                    "line %d: not valid JSON: %s"
                            .formatted(
                                    e.getLocation() == null
                                            ? 1
                                            : e.getLocation().getLineNr(),
                                    e.getOriginalMessage().lines().findFirst().orElse("")));
        }
    }

    static BrokenMessageException broken(Path file, String reason) {
        return new BrokenMessageException(file + ": " + reason);
    }
}
