package io.streamgauge.schemas.yaml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One configuration file while it is read: its root section, the problems so far and the place of each key. Read all
 * that is wanted, then ask for {@link #problems()}. Not thread-safe.
 */
public final class ConfigDocument {
    // A set, since a section that others refine is read once for each of them.
    private final Set<Problem> problems = new LinkedHashSet<>();
    private final List<Section> sections = new ArrayList<>();
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final Placeholders placeholders;
    private final Section root;
    private final boolean readable;

    /**
     * Never throws, whatever the text.
     *
     * @param defaults answers for keys that this file leaves out; null if there are none
     */
    public ConfigDocument(String text, Placeholders placeholders, @Nullable Section defaults) {
        this(text, "{}", placeholders, defaults);
    }

    /**
     * A file with another one laid over it: what that one gives stands in place of what this one gives, key by key; lists are
     * replaced whole. Never throws, whatever the texts.
     *
     * @param over in the form of {@code text}, with only the keys that it changes
     */
    public ConfigDocument(String text, String over, Placeholders placeholders, @Nullable Section defaults) {
        this.placeholders = placeholders;
        Node.Mapping tree = YamlTree.parse(text, problems);
        Node.Mapping changes = YamlTree.parse(over, problems);
        this.readable = tree != null && changes != null;
        Node.Mapping root =
                tree == null || changes == null ? new Node.Mapping(Place.START, Map.of()) : tree.overlaidBy(changes);
        this.root = new Section(this, "", Place.START, root, defaults);
    }

    /** Whether there is anything to read: if not, all that is wrong is known already. */
    public boolean readable() {
        return readable;
    }

    /** The whole file. */
    public Section root() {
        return root;
    }

    /** Everything found wrong until now, keys that nobody asked for included. */
    public List<Problem> problems() {
        List<Problem> all = new ArrayList<>(problems);
        sections.forEach(section -> all.addAll(section.unknownKeys()));
        return all;
    }

    /** Where each key that was asked for stands, by its full path. */
    public Map<String, Place> places() {
        return Map.copyOf(places);
    }

    /** Whether nothing has been found wrong until now. */
    public boolean sound() {
        return problems.isEmpty();
    }

    /** Full paths of the keys that were asked for and that this file leaves out. */
    public Set<String> leftOut() {
        Set<String> paths = new LinkedHashSet<>();
        sections.forEach(section -> paths.addAll(section.leftOut()));
        return paths;
    }

    boolean soundAt(String path) {
        return problems.stream().noneMatch(problem -> problem.key().equals(path));
    }

    boolean soundUnder(String path) {
        return problems.stream().noneMatch(problem -> problem.key().startsWith(path));
    }

    void opened(Section section) {
        sections.add(section);
    }

    void found(String path, Place place) {
        places.put(path, place);
    }

    void add(Problem problem) {
        problems.add(problem);
    }

    /** The value of {@code node}, or the type's stand-in and a problem. */
    <T> T parse(Node node, String path, ValueType<T> type) {
        String text = text(node, path, type);
        return text == null ? type.standIn() : parse(node, path, type, text);
    }

    /** The values of the parts between commas. */
    <T> List<T> parseParts(Node node, String path, ValueType<T> type) {
        String text = text(node, path, type);
        if (text == null) {
            return List.of(type.standIn());
        }
        return Arrays.stream(text.split(",", -1))
                .map(part -> parse(node, path, type, part.strip()))
                .toList();
    }

    private <T> T parse(Node node, String path, ValueType<T> type, String text) {
        try {
            return type.parse(text);
        } catch (IllegalArgumentException e) {
            unexpected(node, path, type.expected(), "");
            return type.standIn();
        }
    }

    /** The text with its placeholders filled in; null and a problem if there is none. */
    private @Nullable String text(Node node, String path, ValueType<?> type) {
        if (!(node instanceof Node.Scalar scalar) || scalar.isNothing()) {
            unexpected(node, path, type.expected(), "");
            return null;
        }
        try {
            return placeholders.fill(scalar.text());
        } catch (IllegalArgumentException e) {
            unexpected(node, path, type.expected(), String.valueOf(e.getMessage()));
            return null;
        }
    }

    /** Reports that {@code node} is not what was expected; the values of secrets and placeholders are not shown. */
    void unexpected(Node node, String path, String expected, String reason) {
        boolean secret = node instanceof Node.Scalar scalar && !scalar.isNothing() && Secrets.named(path);
        String found = secret ? Secrets.MASK : node.described();
        String message = "expected " + expected + ", found " + found + (reason.isEmpty() ? "" : " (" + reason + ")");
        add(Problem.at(node.place(), path, expected, found, message));
    }
}
