package io.streamgauge.schemas.form;

import io.streamgauge.schemas.contract.Contradiction;
import io.streamgauge.schemas.contract.Contradictions;
import io.streamgauge.schemas.contract.DataContract;
import io.streamgauge.schemas.contract.FeatureContract;
import io.streamgauge.schemas.yaml.ConfigDocument;
import io.streamgauge.schemas.yaml.InvalidConfigException;
import io.streamgauge.schemas.yaml.Place;
import io.streamgauge.schemas.yaml.Placeholders;
import io.streamgauge.schemas.yaml.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A contract as YAML. What is written reads as the same contract; what is read is sound, or refused with everything
 * that is wrong with it, each with its key and line.
 */
public final class SchemaForm {
    /** The form that this program reads and writes. */
    public static final int VERSION = 1;

    private static final String LANGUAGE = "data-schema.json";

    private SchemaForm() {}

    /**
     * The contract in {@code text}.
     *
     * @param name of the file, for messages
     * @throws InvalidConfigException with all that is wrong
     */
    public static DataContract read(String text, String name) {
        var document = new ConfigDocument(text, Placeholders.none(), null);
        if (!document.readable()) {
            throw new InvalidConfigException(name, document.problems());
        }
        DataContract contract = SchemaReader.read(document.root());
        List<Problem> problems = new ArrayList<>(document.problems());
        if (problems.isEmpty()) {
            contradictions(contract).forEach(one -> problems.add(problem(one, document.places())));
        }
        if (!problems.isEmpty()) {
            throw new InvalidConfigException(name, problems);
        }
        return contract;
    }

    /** Where a contract contradicts itself, and which of its predicates cannot be used. */
    public static List<Contradiction> contradictions(DataContract contract) {
        List<Contradiction> all = new ArrayList<>(Contradictions.in(contract));
        boolean twice = contract.features().stream()
                        .map(FeatureContract::name)
                        .distinct()
                        .count()
                < contract.features().size();
        if (!twice) {
            all.addAll(PredicateContradictions.in(contract));
        }
        return all;
    }

    /**
     * Refuses a contract that did not come from this form.
     *
     * @throws InvalidConfigException with all of the contradictions, if there are any
     */
    public static void refuse(List<Contradiction> contradictions, String name) {
        if (!contradictions.isEmpty()) {
            throw new InvalidConfigException(
                    name,
                    contradictions.stream().map(one -> problem(one, Map.of())).toList());
        }
    }

    /** The contract as text that {@link #read} reads as the same. */
    public static String write(DataContract contract) {
        return YamlText.of(tree(contract));
    }

    /** The contract as maps, lists, texts, numbers and booleans: the form without its spelling. */
    public static Map<String, Object> tree(DataContract contract) {
        return SchemaTree.of(contract);
    }

    /** A tree of the same kind, such as a patch, as text. */
    public static String write(Map<String, ? extends @Nullable Object> tree) {
        return YamlText.of(tree);
    }

    /** As {@link #write}, on a single line. */
    public static String line(Map<String, ? extends @Nullable Object> tree) {
        return YamlText.line(tree);
    }

    /** The contract with a patch applied; refused as in {@link #read} if it is not sound then. */
    public static DataContract patched(
            DataContract contract, Map<String, ? extends @Nullable Object> patch, String name) {
        return read(write(MergePatch.apply(tree(contract), patch)), name);
    }

    /** The JSON Schema of the form, for editors and people. */
    public static String language() {
        try (InputStream in = SchemaForm.class.getResourceAsStream(LANGUAGE)) {
            return new String(Objects.requireNonNull(in, LANGUAGE).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With the place of the key, or of the nearest one above it that the file has. */
    private static Problem problem(Contradiction contradiction, Map<String, Place> places) {
        Place place = null;
        String path = contradiction.path();
        while (place == null && !path.isEmpty()) {
            place = places.get(path);
            path = path.substring(0, Math.max(0, path.lastIndexOf('.')));
        }
        Place found = place == null ? Place.NONE : place;
        return new Problem(
                contradiction.path(),
                found.line(),
                found.column(),
                "a contract without contradictions",
                contradiction.message(),
                contradiction.message());
    }
}
