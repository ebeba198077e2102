package io.streamgauge.schemas.importer.suite;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamgauge.schemas.importer.tfdv.ImportedContract;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Reads a suite of Great Expectations as JSON, in the forms of 0.x ({@code expectation_type}) and of 1.x ({@code type}).
 * What is said of single events, of pairs of columns, of counts and of all values together has a place here; what needs order,
 * all keys of all time or another table is left, each with its reason.
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
        JsonNode list = suite.path("expectations");
        if (!list.isArray()) {
            throw JsonFile.broken(file, "no suite of Great Expectations: it has no list 'expectations'");
        }
        String version = suite.path("meta").path("great_expectations_version").asText("");
        if (!version.isEmpty() && !version.startsWith("0.") && !version.startsWith("1.")) {
            throw JsonFile.broken(file, "a suite of version %s; 0.x and 1.x are read".formatted(version));
        }
        var draft = new Draft();
        var expectations = new Expectations(draft);
        for (JsonNode expectation : list) {
            String type = expectation
                    .path("expectation_type")
                    .asText(expectation.path("type").asText(""));
            if (type.isEmpty()) {
                throw JsonFile.broken(file, "an expectation has neither 'expectation_type' nor 'type'");
            }
            expectations.add(new Expectation(type, expectation.path("kwargs")));
        }
        return draft.imported();
    }
}
