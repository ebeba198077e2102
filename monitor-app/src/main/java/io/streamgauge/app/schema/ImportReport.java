package io.streamgauge.app.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.streamgauge.schemas.form.SchemaForm;
import io.streamgauge.schemas.importer.tfdv.ImportedContract;
import io.streamgauge.statistics.tfdv.DatasetStatistics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What of an import was taken and what was left, feature by feature. */
public final class ImportReport {
    private static final String WHOLE = "(all data)";

    private ImportReport() {}

    /**
     * One feature, or all data together.
     *
     * @param feature null for what is said of no single feature
     * @param taken keys of the written form; {@code profile} if there are statistics
     */
    public record Row(@Nullable String feature, List<String> taken, List<String> left) {
        public Row {
            taken = List.copyOf(taken);
            left = List.copyOf(left);
        }

        /** The row as one line of JSON. */
        public String json() {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("feature", feature);
            row.put("taken", taken);
            row.put("left", left);
            try {
                return new ObjectMapper().writeValueAsString(row);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("texts and lists can be written", e);
            }
        }
    }

    /** A row for each feature of the contract, and one more for all data if there is anything to say. */
    public static List<Row> rows(ImportedContract imported, @Nullable DatasetStatistics data) {
        List<Row> rows = new ArrayList<>();
        List<String> rest = new ArrayList<>(imported.left());
        Map<String, Object> tree = SchemaForm.tree(imported.contract());
        if (tree.get("features") instanceof Map<?, ?> features) {
            features.forEach((name, said) -> rows.add(row(name.toString(), said, rest, data)));
        }
        List<String> whole = new ArrayList<>(tree.keySet());
        whole.removeAll(List.of("version", "features"));
        if (!whole.isEmpty() || !rest.isEmpty()) {
            rows.add(new Row(null, whole, rest));
        }
        return rows;
    }

    private static Row row(String name, Object said, List<String> rest, @Nullable DatasetStatistics data) {
        List<String> taken = new ArrayList<>();
        if (said instanceof Map<?, ?> keys) {
            keys.keySet().forEach(key -> taken.add(key.toString()));
        }
        if (data != null && data.feature(List.of(name)).isPresent()) {
            taken.add("profile");
        }
        String start = name + ": ";
        List<String> left = rest.stream()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()))
                .toList();
        rest.removeIf(line -> line.startsWith(start));
        return new Row(name, taken, left);
    }

    /** The rows as cells, with a head. */
    public static List<List<String>> table(List<Row> rows) {
        List<List<String>> table = new ArrayList<>();
        table.add(List.of("feature", "taken", "left"));
        for (Row row : rows) {
            table.add(List.of(
                    row.feature() == null ? WHOLE : row.feature(),
                    String.join(", ", row.taken()),
                    row.left().isEmpty() ? "-" : String.join("; ", row.left())));
        }
        return table;
    }
}
