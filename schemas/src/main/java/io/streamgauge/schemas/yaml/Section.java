package io.streamgauge.schemas.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One mapping of a configuration, read key by key. What is wrong is noted and reading goes on with a stand-in; a key
 * that nobody asks for is a problem too. A key that is left out is looked up in the section's fallback: the defaults,
 * or the section that this one refines.
 */
public final class Section {
    private final ConfigDocument document;
    private final String path;
    private final Place place;
    private final Node.Mapping own;
    private final @Nullable Section fallback;
    private final Set<String> asked = new LinkedHashSet<>();
    private boolean open;

    Section(ConfigDocument document, String path, Place place, Node.Mapping own, @Nullable Section fallback) {
        this.document = document;
        this.path = path;
        this.place = place;
        this.own = own;
        this.fallback = fallback;
        document.opened(this);
    }

    /** The keys that this section itself gives, in the order of the file. */
    public Set<String> keys() {
        return own.entries().keySet();
    }

    /** Whether this section itself gives {@code key}. */
    public boolean has(String key) {
        return ask(key) != null;
    }

    /** Whether this section itself gives a list under {@code key}. */
    public boolean hasList(String key) {
        Node.Entry entry = ask(key);
        return entry != null && entry.value() instanceof Node.Sequence;
    }

    /** The value that this section must give itself. */
    public <T> T required(String key, ValueType<T> type) {
        Node.Entry entry = ask(key);
        if (entry == null) {
            missing(key, type.expected());
            return type.standIn();
        }
        return document.parse(entry.value(), pathOf(key), type);
    }

    /** The value given here or in the fallback, which must have one. */
    public <T> T value(String key, ValueType<T> type) {
        T value = optional(key, type);
        if (value == null) {
            throw new IllegalStateException("the defaults have no " + pathOf(key));
        }
        return value;
    }

    /** The value given here or in the fallback, or null. */
    public <T> @Nullable T optional(String key, ValueType<T> type) {
        Node.Entry entry = ask(key);
        if (entry != null) {
            return document.parse(entry.value(), pathOf(key), type);
        }
        return inherited(key, type);
    }

    /** What {@link #optional} would say if this section did not give {@code key}. */
    public <T> @Nullable T inherited(String key, ValueType<T> type) {
        return fallback == null ? null : fallback.optional(key, type);
    }

    /** The values of a list, or of a text with commas; empty if there is none here or in the fallback. */
    public <T> List<T> list(String key, ValueType<T> type) {
        Node.Entry entry = ask(key);
        if (entry == null) {
            return fallback == null ? List.of() : fallback.list(key, type);
        }
        if (!(entry.value() instanceof Node.Sequence sequence)) {
            return document.parseParts(entry.value(), pathOf(key), type);
        }
        List<T> values = new ArrayList<>();
        for (Node item : sequence.items()) {
            values.add(document.parse(item, pathOf(key) + "[" + values.size() + "]", type));
        }
        return List.copyOf(values);
    }

    /** As {@link #list}, but this section must give at least one value itself. */
    public <T> List<T> requiredList(String key, ValueType<T> type) {
        if (ask(key) == null) {
            missing(key, type.expected());
            return List.of(type.standIn());
        }
        List<T> values = list(key, type);
        if (values.isEmpty()) {
            problem(key, type.expected(), "expected at least one value");
        }
        return values;
    }

    /** The values of a mapping whose keys are free, in the order of the file. */
    public <T> Map<String, T> map(String key, ValueType<T> type) {
        Map<String, T> values = new LinkedHashMap<>();
        for (Map.Entry<String, Node.Entry> entry : mappingAt(key).entries().entrySet()) {
            String name = entry.getKey();
            values.put(name, document.parse(entry.getValue().value(), pathOf(key) + "." + name, type));
        }
        return values;
    }

    /** The section under {@code key}; an empty one if it is not given. Its fallback is the fallback's own. */
    public Section section(String key) {
        return sectionRefining(key, fallback == null ? null : fallback.section(key));
    }

    /** The section under {@code key}, falling back on {@code refined}. */
    public Section sectionRefining(String key, @Nullable Section refined) {
        Node.Entry entry = ask(key);
        return new Section(document, pathOf(key), entry == null ? place : entry.place(), mappingAt(key), refined);
    }

    /** One section for each key of the mapping under {@code key}, all with the same fallback. */
    public Map<String, Section> sections(String key, @Nullable Section each) {
        Section parent = sectionRefining(key, null);
        Map<String, Section> sections = new LinkedHashMap<>();
        parent.own.entries().keySet().forEach(name -> sections.put(name, parent.sectionRefining(name, each)));
        return sections;
    }

    /** One section for each mapping of the list under {@code key}, here or in the fallback. */
    public List<Section> sectionList(String key) {
        Node.Entry entry = ask(key);
        if (entry == null) {
            return fallback == null ? List.of() : fallback.sectionList(key);
        }
        if (!(entry.value() instanceof Node.Sequence sequence)) {
            document.unexpected(entry.value(), pathOf(key), "a list", "");
            return List.of();
        }
        List<Section> sections = new ArrayList<>();
        for (Node item : sequence.items()) {
            String itemPath = pathOf(key) + "[" + sections.size() + "]";
            sections.add(new Section(document, itemPath, item.place(), asMapping(item, itemPath), null));
        }
        return sections;
    }

    /** Whether nothing is wrong with {@code key} until now. */
    public boolean sound(String key) {
        return document.soundUnder(pathOf(key));
    }

    /** All keys of this section that nobody has asked for, as properties for a client that knows what they mean. */
    public ClientProperties remaining() {
        open = true;
        Map<String, Node> rest = new LinkedHashMap<>();
        own.entries().forEach((key, entry) -> {
            if (!asked.contains(key)) {
                rest.put(key, entry.value());
            }
        });
        return ClientProperties.of(rest, this::pathOf, document);
    }

    /** Whether nothing is wrong here until now: only then is it worth comparing values with one another. */
    public boolean sound() {
        return document.soundUnder(path);
    }

    /** Notes a problem with {@code key} that no single value shows. */
    public void problem(String key, String expected, String message) {
        Node.Entry entry = own.entries().get(key);
        Place at = entry == null ? place : entry.place();
        String found = entry == null
                ? "nothing"
                : Secrets.named(key) ? Secrets.MASK : entry.value().described();
        document.add(Problem.at(at, pathOf(key), expected, found, message));
    }

    /** Notes a problem with the section as a whole. */
    public void problem(String expected, String message) {
        document.add(Problem.at(place, path, expected, own.described(), message));
    }

    /** Notes that {@code key} has to be given. */
    public void missing(String key, String expected) {
        // In what is no mapping at all, everything would be missing.
        if (document.soundAt(path)) {
            document.add(Problem.at(place, pathOf(key), expected, "nothing", "missing: expected " + expected));
        }
    }

    List<Problem> unknownKeys() {
        List<Problem> unknown = new ArrayList<>();
        own.entries().forEach((key, entry) -> {
            if (!open && !asked.contains(key)) {
                String message = "unknown key" + DidYouMean.hint(key, asked);
                unknown.add(Problem.at(entry.place(), pathOf(key), "one of " + asked, key, message));
            }
        });
        return unknown;
    }

    List<String> leftOut() {
        return asked.stream()
                .filter(key -> !own.entries().containsKey(key))
                .map(this::pathOf)
                .toList();
    }

    private Node.@Nullable Entry ask(String key) {
        asked.add(key);
        Node.Entry entry = own.entries().get(key);
        if (entry != null) {
            document.found(pathOf(key), entry.place());
        }
        return entry;
    }

    private Node.Mapping mappingAt(String key) {
        Node.Entry entry = ask(key);
        return entry == null ? new Node.Mapping(place, Map.of()) : asMapping(entry.value(), pathOf(key));
    }

    private Node.Mapping asMapping(Node node, String nodePath) {
        if (node instanceof Node.Mapping mapping) {
            return mapping;
        }
        document.unexpected(node, nodePath, "a mapping", "");
        return new Node.Mapping(node.place(), Map.of());
    }

    private String pathOf(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
