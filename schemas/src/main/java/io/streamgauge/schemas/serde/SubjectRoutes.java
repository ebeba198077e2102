package io.streamgauge.schemas.serde;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;

/** The requests below {@code /subjects}. */
final class SubjectRoutes {
    private final InMemoryRegistry registry;

    SubjectRoutes(InMemoryRegistry registry) {
        this.registry = registry;
    }

    Answer answer(String method, List<String> path, JsonNode body) {
        if (path.isEmpty()) {
            return Answer.ok(registry.subjects());
        }
        String subject = path.get(0);
        boolean write = method.equals("POST");
        boolean ofVersions = path.size() > 1 && path.get(1).equals("versions");
        if (write && ofVersions && path.size() == 2) {
            return Answer.ok(Map.of("id", registry.register(subject, schema(body))));
        }
        List<Schema> versions = registry.versions(subject);
        if (versions.isEmpty()) {
            return Answer.error(404, 40401, "Subject '" + subject + "' not found.");
        }
        if (write && path.size() == 1) {
            return Answer.ok(describe(subject, schema(body)));
        }
        if (write || !ofVersions) {
            return Answer.NOT_FOUND;
        }
        return path.size() == 2
                ? Answer.ok(IntStream.rangeClosed(1, versions.size()).toArray())
                : version(subject, versions, path.subList(2, path.size()));
    }

    private Answer version(String subject, List<Schema> versions, List<String> path) {
        OptionalInt version = version(path.get(0), versions.size());
        if (version.isEmpty()) {
            return Answer.noVersion(path.get(0));
        }
        Schema schema = versions.get(version.getAsInt() - 1);
        if (path.size() == 1) {
            return Answer.ok(describe(subject, schema));
        }
        return path.get(1).equals("schema") ? Answer.json(schema.toString()) : Answer.NOT_FOUND;
    }

    private Map<String, Object> describe(String subject, Schema schema) {
        int id = registry.idOf(subject, schema);
        int version = registry.usesOf(id).getOrDefault(subject, 0);
        return Map.of("subject", subject, "version", version, "id", id, "schema", schema.toString());
    }

    /** {@code latest}, or a number from 1 to {@code newest}. */
    static OptionalInt version(String text, int newest) {
        if (text.equals("latest")) {
            return newest == 0 ? OptionalInt.empty() : OptionalInt.of(newest);
        }
        return IntStream.rangeClosed(1, newest)
                .filter(version -> text.equals(Integer.toString(version)))
                .findFirst();
    }

    /** The schema that a request carries. */
    static Schema schema(JsonNode body) {
        String type = body.path("schemaType").asText("AVRO");
        if (!type.equals("AVRO") || !body.path("references").isEmpty()) {
            throw new SchemaParseException(
                    "the development registry knows only Avro, and no references to other subjects");
        }
        return SchemaLimits.parse(body.path("schema").asText());
    }
}
