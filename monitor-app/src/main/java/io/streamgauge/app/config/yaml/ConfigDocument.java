package io.streamgauge.app.config.yaml;

import java.util.ArrayList;
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

    /**
     * Never throws, whatever the text.
     *
     * @param defaults answers for keys that this file leaves out; null if there are none
     */
    public ConfigDocument(String text, Placeholders placeholders, @Nullable Section defaults) {
        this.placeholders = placeholders;
        Node.Mapping tree = YamlTree.parse(text, problems);
        this.root = new Section(this, "", Place.START, tree, defaults);
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
        if (!(node instanceof Node.Scalar scalar) || scalar.isNothing()) {
            unexpected(node, path, type.expected(), "");
            return type.standIn();
        }
        String filled;
        try {
            filled = placeholders.fill(scalar.text());
        } catch (IllegalArgumentException e) {
            unexpected(node, path, type.expected(), reason(e));
            return type.standIn();
        }
        try {
            return type.parse(filled);
        } catch (IllegalArgumentException e) {
            unexpected(node, path, type.expected(), "");
            return type.standIn();
        }
    }

    /** Reports that {@code node} is not what was expected; the values of secrets and placeholders are not shown. */
    void unexpected(Node node, String path, String expected, String reason) {
        boolean secret = node instanceof Node.Scalar scalar && !scalar.isNothing() && Secrets.named(path);
        String found = secret ? Secrets.MASK : node.described();
        String message = "expected " + expected + ", found " + found + (reason.isEmpty() ? "" : " (" + reason + ")");
        add(Problem.at(node.place(), path, expected, found, message));
    }

    private static String reason(IllegalArgumentException e) {
        return e.getMessage() == null ? "" : e.getMessage();
    }
}
