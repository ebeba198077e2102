package io.streamgauge.schemas.serde;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;

/** Which question does a request ask, and what does the registry answer? Without HTTP: method, path and body in, answer out. */
final class RegistryRoutes {
    private final InMemoryRegistry registry;
    private final SubjectRoutes subjects;

    RegistryRoutes(InMemoryRegistry registry) {
        this.registry = registry;
        this.subjects = new SubjectRoutes(registry);
    }

    /** Answers a request whose path is still percent-encoded, since a subject may contain a slash. */
    Answer answer(String method, String rawPath, JsonNode body) {
        List<String> path = segments(rawPath);
        if (path.isEmpty()) {
            return Answer.ok(Map.of());
        }
        List<String> rest = path.subList(1, path.size());
        try {
            return switch (path.get(0)) {
                case "subjects" -> subjects.answer(method, rest, body);
                case "schemas" -> schemas(rest);
                case "config" -> config(method, rest, body);
                case "compatibility" -> compatibility(rest, body);
                case "mode" -> Answer.ok(Map.of("mode", "READWRITE"));
                default -> Answer.NOT_FOUND;
            };
        } catch (SchemaParseException e) {
            return Answer.error(422, 42201, "Invalid schema: " + e.getMessage());
        } catch (RefusedSchemaException e) {
            return Answer.error(409, 409, "Schema being registered is incompatible: " + e.getMessage());
        } catch (UnknownSchemaException e) {
            return Answer.error(404, 40403, "Schema not found: " + e.getMessage());
        }
    }

    private static List<String> segments(String rawPath) {
        return Stream.of(rawPath.split("/"))
                .filter(segment -> !segment.isEmpty())
                // A plus is a plus in a path, unlike in a query.
                .map(segment -> URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8))
                .toList();
    }

    private Answer schemas(List<String> path) {
        if (path.equals(List.of("types"))) {
            return Answer.ok(List.of("AVRO"));
        }
        if (path.size() < 2 || !path.get(0).equals("ids")) {
            return Answer.NOT_FOUND;
        }
        int id = number(path.get(1));
        Schema schema = registry.byId(id);
        return switch (path.size() == 2 ? "" : path.get(2)) {
            case "" -> Answer.ok(Map.of("schema", schema.toString()));
            case "schema" -> Answer.json(schema.toString());
            case "subjects" -> Answer.ok(registry.usesOf(id).keySet());
            case "versions" ->
                Answer.ok(registry.usesOf(id).entrySet().stream()
                        .map(use -> Map.of("subject", use.getKey(), "version", use.getValue()))
                        .toList());
            default -> Answer.NOT_FOUND;
        };
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new UnknownSchemaException("'" + text + "' is no schema id", e);
        }
    }

    private Answer config(String method, List<String> path, JsonNode body) {
        if (method.equals("PUT")) {
            return setLevel(path, body.path("compatibility").asText().toUpperCase(Locale.ROOT));
        }
        if (path.isEmpty()) {
            return Answer.ok(Map.of("compatibilityLevel", registry.globalLevel()));
        }
        return registry.hasOwnLevel(path.get(0))
                ? Answer.ok(Map.of("compatibilityLevel", registry.level(path.get(0))))
                : Answer.error(404, 40408, "Subject '" + path.get(0) + "' has no level of its own");
    }

    private Answer setLevel(List<String> path, String name) {
        var level = Arrays.stream(Compatibility.values())
                .filter(each -> each.name().equals(name))
                .findFirst();
        if (level.isEmpty()) {
            return Answer.error(422, 42203, "Invalid compatibility level '" + name + "'");
        }
        if (path.isEmpty()) {
            registry.globalLevel(level.get());
        } else {
            registry.level(path.get(0), level.get());
        }
        return Answer.ok(Map.of("compatibility", name));
    }

    /** {@code subjects/<subject>/versions[/<version>]}: without a version, all that the level looks at. */
    private Answer compatibility(List<String> path, JsonNode body) {
        if (path.size() < 3 || !path.get(0).equals("subjects")) {
            return Answer.NOT_FOUND;
        }
        String subject = path.get(1);
        List<Schema> earlier = registry.versions(subject);
        if (path.size() > 3) {
            var version = SubjectRoutes.version(path.get(3), earlier.size());
            if (version.isEmpty()) {
                return Answer.noVersion(path.get(3));
            }
            earlier = List.of(earlier.get(version.getAsInt() - 1));
        }
        var objection = registry.level(subject).objection(SubjectRoutes.schema(body), earlier);
        return Answer.ok(Map.of(
                "is_compatible",
                objection.isEmpty(),
                "messages",
                objection.stream().toList()));
    }
}
