package io.streamgauge.schemas.yaml;

import java.io.StringReader;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Turns YAML text into a tree with places. No object is ever constructed from a tag; duplicate keys, custom tags, merge
 * keys and aliases that contain themselves are problems.
 */
final class YamlTree {
    private static final int MAX_CODE_POINTS = 1 << 20;
    private static final Set<Tag> TAGS =
            Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.TIMESTAMP, Tag.SEQ, Tag.MAP, Tag.MERGE);

    private final Collection<Problem> problems;
    // An alias shares its anchor's node: converting each only once keeps nested aliases from multiplying.
    private final IdentityHashMap<org.yaml.snakeyaml.nodes.Node, Node> converted = new IdentityHashMap<>();
    private final Set<org.yaml.snakeyaml.nodes.Node> open = Collections.newSetFromMap(new IdentityHashMap<>());

    private YamlTree(Collection<Problem> problems) {
        this.problems = problems;
    }

    /** The tree of {@code text}, null and a problem where there is none; never throws, whatever the text. */
    static Node.@Nullable Mapping parse(String text, Collection<Problem> problems) {
        try {
            var root = new Yaml(options()).compose(new StringReader(text));
            Node node = root == null ? null : new YamlTree(problems).convert(root, "");
            if (node instanceof Node.Mapping mapping) {
                return mapping;
            }
            String found = node == null ? "nothing" : node.described();
            problems.add(Problem.at(Place.START, "", "a mapping", found, "expected a mapping, found " + found));
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
            problems.add(syntax(place(mark), e.getProblem()));
        } catch (YAMLException e) {
            problems.add(syntax(Place.START, e.getMessage()));
        }
        return null;
    }

    private static LoaderOptions options() {
        var options = new LoaderOptions();
        options.setCodePointLimit(MAX_CODE_POINTS);
        options.setMaxAliasesForCollections(100);
        options.setNestingDepthLimit(30);
        // Nothing is constructed here, so tags do no harm: they are reported like other problems, with their key.
        options.setTagInspector(tag -> true);
        return options;
    }

    private static Problem syntax(Place place, @Nullable String reason) {
        String firstLine =
                reason == null ? "unreadable" : reason.lines().findFirst().orElse("unreadable");
        return Problem.at(place, "", "YAML", "something else", "not valid YAML: " + firstLine);
    }

    private Node convert(org.yaml.snakeyaml.nodes.Node yaml, String path) {
        Node known = converted.get(yaml);
        if (known != null) {
            return known;
        }
        Place place = place(yaml.getStartMark());
        if (!TAGS.contains(yaml.getTag())) {
            add(place, path, "no tag", yaml.getTag().toString(), "tags are not allowed");
        }
        if (!open.add(yaml)) {
            add(place, path, "a finite value", "an alias of what it is part of", "this alias contains itself");
            return new Node.Scalar(place, "", true);
        }
        Node node = convertContent(yaml, place, path);
        open.remove(yaml);
        converted.put(yaml, node);
        return node;
    }

    private Node convertContent(org.yaml.snakeyaml.nodes.Node yaml, Place place, String path) {
        if (yaml instanceof MappingNode mapping) {
            return new Node.Mapping(place, entries(mapping, path));
        }
        if (yaml instanceof SequenceNode sequence) {
            List<Node> items = sequence.getValue().stream()
                    .map(item -> convert(item, path))
                    .toList();
            return new Node.Sequence(place, items);
        }
        var scalar = (ScalarNode) yaml;
        return new Node.Scalar(place, scalar.getValue(), scalar.getScalarStyle() == ScalarStyle.PLAIN);
    }

    private Map<String, Node.Entry> entries(MappingNode mapping, String path) {
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Place place = place(tuple.getKeyNode().getStartMark());
            if (!(tuple.getKeyNode() instanceof ScalarNode keyNode)) {
                add(place, path, "a name as key", "a key that is a list or a mapping", "keys must be plain names");
                continue;
            }
            String key = path.isEmpty() ? keyNode.getValue() : path + "." + keyNode.getValue();
            if (keyNode.getTag().equals(Tag.MERGE)) {
                add(place, key, "a key", "<<", "merge keys are not supported; an alias of a whole section is");
                continue;
            }
            var entry = new Node.Entry(place, convert(tuple.getValueNode(), key));
            Node.Entry first = entries.putIfAbsent(keyNode.getValue(), entry);
            if (first != null) {
                int line = first.place().line();
                add(place, key, "each key once", "a second one", "duplicate key, already given in line " + line);
            }
        }
        return Collections.unmodifiableMap(entries);
    }

    private void add(Place place, String path, String expected, String found, String message) {
        problems.add(Problem.at(place, path, expected, found, message));
    }

    private static Place place(@Nullable Mark mark) {
        return mark == null ? Place.START : new Place(mark.getLine() + 1, mark.getColumn() + 1);
    }
}
