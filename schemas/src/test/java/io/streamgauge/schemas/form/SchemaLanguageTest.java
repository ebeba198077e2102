package io.streamgauge.schemas.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.streamgauge.schemas.yaml.InvalidConfigException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The JSON Schema and the reader know the same keys. */
class SchemaLanguageTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final JsonNode language = read();

    private static JsonNode read() {
        try {
            return MAPPER.readTree(SchemaForm.language());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Property(tries = 100)
    void whatIsWrittenIsOfTheLanguage(@ForAll long seed) {
        JsonNode written = MAPPER.valueToTree(SchemaForm.tree(SomeContracts.of(seed)));
        List<String> faults = new ArrayList<>();

        check(written, language, "", faults);

        assertThat(faults).isEmpty();
    }

    @Test
    void keysOfTheLanguageAreThoseOfTheReader() {
        assertThat(keys(language.path("properties"))).isEqualTo(expectedOf("x: 1"));
        assertThat(keys(language.at("/$defs/feature/properties")))
                .isEqualTo(expectedOf("features: {f: {type: record, x: 1}}"));
        assertThat(keys(language.at("/$defs/comparator/properties")))
                .isEqualTo(expectedOf("features: {f: {type: text, drift: {x: 1}}}"));
    }

    /** The keys that the reader asks for beside the unknown x. */
    private static Set<String> expectedOf(String text) {
        try {
            SchemaForm.read(text, "s");
            throw new AssertionError("x is no key");
        } catch (InvalidConfigException e) {
            String expected = e.problems().stream()
                    .filter(problem -> problem.found().equals("x"))
                    .findFirst()
                    .orElseThrow()
                    .expected();
            return new TreeSet<>(List.of(expected.replaceAll("one of \\[|]", "").split(", ", -1)));
        }
    }

    private static Set<String> keys(JsonNode properties) {
        var keys = new TreeSet<String>();
        properties.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    /** The words of JSON Schema that the language uses. */
    private void check(JsonNode value, JsonNode schema, String path, List<String> faults) {
        if (schema.has("$ref")) {
            check(value, language.at(schema.path("$ref").asText().substring(1)), path, faults);
        }
        if (schema.has("type") && !hasType(value, schema.path("type"))) {
            faults.add(path + " is no " + schema.path("type"));
        }
        if (schema.has("enum") && !contains(schema.path("enum"), value)) {
            faults.add(path + " is none of " + schema.path("enum"));
        }
        if (value.isObject()) {
            schema.path("required").forEach(key -> {
                if (!value.has(key.asText())) {
                    faults.add(path + " lacks " + key);
                }
            });
            value.properties().forEach(entry -> property(entry.getKey(), entry.getValue(), schema, path, faults));
        }
        for (int i = 0; value.isArray() && schema.has("items") && i < value.size(); i++) {
            check(value.get(i), schema.path("items"), path + "[" + i + "]", faults);
        }
    }

    private void property(String key, JsonNode value, JsonNode schema, String path, List<String> faults) {
        JsonNode known = schema.path("properties").path(key);
        JsonNode more = schema.path("additionalProperties");
        if (!known.isMissingNode()) {
            check(value, known, path + "." + key, faults);
        } else if (more.isObject()) {
            check(value, more, path + "." + key, faults);
        } else if (more.isBoolean() && !more.asBoolean()) {
            faults.add(path + " may not have " + key);
        }
    }

    private static boolean contains(JsonNode values, JsonNode value) {
        for (JsonNode one : values) {
            if (one.equals(value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasType(JsonNode value, JsonNode types) {
        for (JsonNode type : types.isArray() ? types : MAPPER.createArrayNode().add(types)) {
            boolean matches = switch (type.asText()) {
                case "object" -> value.isObject();
                case "array" -> value.isArray();
                case "string" -> value.isTextual();
                case "boolean" -> value.isBoolean();
                case "integer" -> value.isIntegralNumber();
                default -> value.isNumber();
            };
            if (matches) {
                return true;
            }
        }
        return false;
    }
}
