package io.streamgauge.schemas.serde;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;

/**
 * A registry that forgets everything when the program ends: for tests, and behind {@link RegistryServer} for development. Ids
 * count up from 1; a schema has one id under all subjects; the level is BACKWARD unless set otherwise. Thread-safe.
 */
public final class InMemoryRegistry implements SchemaRegistry {
    // By text, as Confluent's registry does: schemas that differ in documentation only are different versions.
    private final Map<String, Integer> idsByText = new HashMap<>();
    private final List<Schema> schemas = new ArrayList<>();
    private final Map<String, List<Integer>> subjects = new TreeMap<>();
    private final Map<String, Compatibility> levels = new HashMap<>();
    private Compatibility globalLevel = Compatibility.BACKWARD;

    @Override
    public synchronized int register(String subject, Schema schema) {
        Integer known = idsByText.get(schema.toString());
        if (known != null && ids(subject).contains(known)) {
            return known;
        }
        level(subject).objection(schema, versions(subject)).ifPresent(objection -> {
            throw new RefusedSchemaException(
                    "schema " + schema.getFullName() + " may not follow in subject " + subject + ": " + objection);
        });
        int id = known != null ? known : add(schema);
        subjects.computeIfAbsent(subject, name -> new ArrayList<>()).add(id);
        return id;
    }

    @Override
    public synchronized int idOf(String subject, Schema schema) {
        Integer id = idsByText.get(schema.toString());
        if (id == null || !ids(subject).contains(id)) {
            throw new UnknownSchemaException("schema " + schema.getFullName() + " is no version of subject " + subject);
        }
        return id;
    }

    @Override
    public synchronized Schema byId(int id) {
        if (id < 1 || id > schemas.size()) {
            throw new UnknownSchemaException("no schema has id " + id);
        }
        return schemas.get(id - 1);
    }

    /** Names of all subjects, sorted. */
    public synchronized List<String> subjects() {
        return List.copyOf(subjects.keySet());
    }

    /** The subject's schemas, oldest first: version v is at index v - 1. Empty if there is no such subject. */
    public synchronized List<Schema> versions(String subject) {
        return ids(subject).stream().map(this::byId).toList();
    }

    /** In which subjects the schema with this id stands, and as which version, by subject name. */
    public synchronized Map<String, Integer> usesOf(int id) {
        Map<String, Integer> uses = new LinkedHashMap<>();
        subjects.forEach((subject, ids) -> {
            if (ids.contains(id)) {
                uses.put(subject, ids.indexOf(id) + 1);
            }
        });
        return uses;
    }

    /** The level that holds for the subject: its own or, failing that, the one for all. */
    public synchronized Compatibility level(String subject) {
        return levels.getOrDefault(subject, globalLevel);
    }

    public synchronized Compatibility globalLevel() {
        return globalLevel;
    }

    public synchronized boolean hasOwnLevel(String subject) {
        return levels.containsKey(subject);
    }

    public synchronized void globalLevel(Compatibility level) {
        globalLevel = level;
    }

    public synchronized void level(String subject, Compatibility level) {
        levels.put(subject, level);
    }

    private List<Integer> ids(String subject) {
        return subjects.getOrDefault(subject, List.of());
    }

    private int add(Schema schema) {
        schemas.add(schema);
        idsByText.put(schema.toString(), schemas.size());
        return schemas.size();
    }
}
