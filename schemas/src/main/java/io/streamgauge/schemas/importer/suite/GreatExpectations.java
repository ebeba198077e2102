package io.streamgauge.schemas.importer.suite;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamgauge.schemas.importer.tfdv.ImportedContract;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Reads a suite of Great Expectations as JSON, in the forms of 0.x ({@code expectation_type}) and of 1.x ({@code type}).
 * Expectations on values, on pairs of columns and on counts have a place here; what needs order or another table is left.
 */
public final class GreatExpectations {
    private GreatExpectations() {}

    /**
     * The contract in a suite.
     *
     * @throws IOException with one line, if the file is no suite, or one of an unknown version
     */
    public static ImportedContract read(Path file) throws IOException {
        JsonNode suite = JsonFile.read(file);
        JsonNode expectations = suite.path("expectations");
        if (!expectations.isArray()) {
            throw JsonFile.broken(file, "no suite of Great Expectations: it has no list 'expectations'");
        }
        String version = suite.path("meta").path("great_expectations_version").asText("");
        if (!version.isEmpty() && !version.startsWith("0.") && !version.startsWith("1.")) {
            throw JsonFile.broken(file, "a suite of version %s; 0.x and 1.x are read".formatted(version));
        }
        var draft = new Draft();
        for (JsonNode expectation : expectations) {
            String type = expectation
                    .path("expectation_type")
                    .asText(expectation.path("type").asText(""));
            if (type.isEmpty()) {
                throw JsonFile.broken(file, "an expectation has neither 'expectation_type' nor 'type'");
            }
            new Expectation(type, expectation.path("kwargs"), draft).add();
        }
        return draft.imported();
    }
}
