package io.streamgauge.app.compare;

import io.streamgauge.schemas.contract.FeatureType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The features of two files as pairs of samples. The reference decides the type of a column: numbers only make it numeric, texts
 * or a mixture categorical, and if it has no value at all, the current file decides. Where the current file does not keep to that
 * type, texts count as mistyped, and numbers as the categories that their text is.
 */
public final class TwoFiles {
    private static final ColumnValues NOTHING = new ColumnValues(null);

    private final Path reference;
    private final Path current;
    private final List<String> features;
    private final Map<String, FeatureType> given;

    /**
     * @param features to compare; empty = all that both files have
     * @param given types of columns that the user knows better
     */
    public TwoFiles(Path reference, Path current, List<String> features, Map<String, FeatureType> given) {
        this.reference = reference;
        this.current = current;
        this.features = List.copyOf(features);
        this.given = Map.copyOf(given);
    }

    /**
     * What the files hold.
     *
     * @param pairs in the order of the reference
     * @param onlyReference columns that only the reference has; {@code onlyCurrent}, only the current file
     * @param leftOut columns whose cells are lists or bytes
     * @param mixed columns that are categorical only because the reference has texts among their numbers
     */
    public record Content(
            List<FeaturePair> pairs,
            List<String> onlyReference,
            List<String> onlyCurrent,
            List<String> leftOut,
            List<String> mixed) {}

    /**
     * Reads both files, at the same time.
     *
     * @throws IllegalArgumentException in one line, if a file has no rows or a feature is not in both
     */
    public Content read() throws IOException {
        Predicate<String> wanted = name -> features.isEmpty() || features.contains(name);
        List<FileColumns> files = both(wanted, wanted, given);
        FileColumns first = files.get(0);
        FileColumns second = files.get(1);
        requireUsable(first, second);
        Map<String, FeatureType> types = new HashMap<>();
        List<String> leftOut = new ArrayList<>();
        for (Map.Entry<String, ColumnValues> column : first.values().entrySet()) {
            ColumnValues other = second.values().get(column.getKey());
            if (other != null && column.getValue().isOther() && other.isOther()) {
                leftOut.add(column.getKey());
            } else if (other != null) {
                types.put(column.getKey(), type(column.getKey(), column.getValue(), other));
            }
        }
        List<FileColumns> again = both(
                name -> isToReadAgain(types.get(name), first.values().get(name)),
                name -> isToReadAgain(types.get(name), second.values().get(name)),
                types);
        List<FeaturePair> pairs = first.values().keySet().stream().filter(types::containsKey).toList().parallelStream()
                .map(name -> new FeaturePair(
                        name,
                        values(again.get(0), first, name).sample(typeOf(types, name)),
                        values(again.get(1), second, name).sample(typeOf(types, name))))
                .toList();
        List<String> mixed = types.keySet().stream()
                .filter(name -> !given.containsKey(name))
                .filter(name -> first.values().getOrDefault(name, NOTHING).hasTextsAmongNumbers())
                .sorted()
                .toList();
        return new Content(pairs, without(first, second), without(second, first), leftOut, mixed);
    }

    private List<FileColumns> both(
            Predicate<String> ofReference, Predicate<String> ofCurrent, Map<String, FeatureType> types)
            throws IOException {
        record Part(Path file, Predicate<String> wanted) {}
        try {
            return Stream.of(new Part(reference, ofReference), new Part(current, ofCurrent))
                    .parallel()
                    .map(part -> {
                        try {
                            return FileColumns.read(part.file(), part.wanted(), types);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    })
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void requireUsable(FileColumns first, FileColumns second) {
        for (FileColumns file : List.of(first, second)) {
            if (file.rows() == 0) {
                throw new IllegalArgumentException("%s has no rows".formatted(file.file()));
            }
            for (String feature : features) {
                if (!file.names().contains(feature)) {
                    throw new IllegalArgumentException("%s has no column '%s'; it has %s"
                            .formatted(file.file(), feature, String.join(", ", file.names())));
                }
            }
        }
        if (first.values().keySet().stream().noneMatch(second.values()::containsKey)) {
            throw new IllegalArgumentException("%s and %s have no column in common".formatted(reference, current));
        }
    }

    private FeatureType type(String name, ColumnValues ofReference, ColumnValues ofCurrent) {
        FeatureType known = given.get(name);
        if (known != null) {
            return known == FeatureType.NUMERIC ? FeatureType.NUMERIC : FeatureType.CATEGORICAL;
        }
        FeatureType own = ofReference.isMixed() ? FeatureType.CATEGORICAL : ofReference.type();
        FeatureType others = ofCurrent.isMixed() ? FeatureType.CATEGORICAL : ofCurrent.type();
        return own != null ? own : others != null ? others : FeatureType.CATEGORICAL;
    }

    private static boolean isToReadAgain(@Nullable FeatureType type, @Nullable ColumnValues values) {
        if (type == null || values == null || values.type() == null) {
            return false;
        }
        return values.type() != type || (type == FeatureType.CATEGORICAL && values.isMixed());
    }

    private static FeatureType typeOf(Map<String, FeatureType> types, String name) {
        return types.getOrDefault(name, FeatureType.CATEGORICAL);
    }

    private static ColumnValues values(FileColumns again, FileColumns before, String name) {
        ColumnValues known = again.values().get(name);
        return known != null ? known : before.values().getOrDefault(name, new ColumnValues(null));
    }

    private static List<String> without(FileColumns one, FileColumns other) {
        return one.values().keySet().stream()
                .filter(name -> !other.values().containsKey(name))
                .toList();
    }
}
