package io.streamgauge.app.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.streamgauge.app.files.CellKind;
import io.streamgauge.app.files.RowSource;
import io.streamgauge.app.files.RowSources;
import io.streamgauge.app.files.SharedData;
import io.streamgauge.statistics.profile.Grid;
import io.streamgauge.statistics.profile.NumericProfile;
import io.streamgauge.statistics.sketch.DistinctCount;
import io.streamgauge.statistics.sketch.FrequentValues;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What profiles and sketches say of real columns, against what NumPy and SciPy counted, each within its documented error. */
class ProfileOracleTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LISTED = 20;

    /** Two deviations of the error of a sketch with 2048 registers would fail now and then; four do not. */
    private static final double DISTINCT_ERROR = 4 * 0.023;

    private final Map<String, Column> columns = new HashMap<>();
    private final Map<String, Integer> checked = new TreeMap<>();
    private final SoftAssertions softly = new SoftAssertions();

    /** The rows of a window in one column. */
    private static final class Column {
        private final FrequentValues frequent = new FrequentValues(LISTED);
        private final DistinctCount distinct = new DistinctCount();
        private double[] numbers = {};
        private long rows;
        private long missing;
        private NumericProfile profile =
                Grid.fromSample(new double[] {0}, Grid.DEFAULT_BINS).newProfile();
        private Grid grid = Grid.fromSample(new double[] {0}, Grid.DEFAULT_BINS);

        static Column read(JsonNode window, String feature, boolean numeric) throws IOException {
            var column = new Column();
            long from = window.get("rows").get(0).asLong();
            long to = window.get("rows").get(1).asLong();
            var values = new ArrayList<Double>();
            try (RowSource rows =
                    RowSources.open(SharedData.file(window.get("file").asText()))) {
                int cell = rows.columns().indexOf(feature);
                for (long row = 0; row < to && rows.next(); row++) {
                    if (row >= from) {
                        column.add(rows, cell, numeric, values);
                    }
                }
            }
            column.numbers = values.stream().mapToDouble(Double::doubleValue).toArray();
            if (numeric && column.numbers.length > 0) {
                column.grid = Grid.fromSample(column.numbers, Grid.DEFAULT_BINS);
                column.profile = column.grid.newProfile();
                for (double number : column.numbers) {
                    column.profile.add(number);
                }
            }
            return column;
        }

        private void add(RowSource rows, int cell, boolean numeric, List<Double> values) {
            String text = String.valueOf(rows.text(cell));
            this.rows++;
            if (rows.kind(cell) == CellKind.MISSING) {
                missing++;
            } else if (numeric) {
                values.add(rows.number(cell));
                distinct.add(mixed(Double.doubleToLongBits(rows.number(cell))));
            } else {
                frequent.add(text);
                distinct.add(hash(text));
            }
        }

        private static long hash(String text) {
            long hash = 0;
            for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
                hash = mixed(hash * 31 + b + 1);
            }
            return hash;
        }

        /** The finaliser of MurmurHash3. */
        private static long mixed(long bits) {
            long hash = (bits ^ (bits >>> 33)) * 0xff51afd7ed558ccdL;
            hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
            return hash ^ (hash >>> 33);
        }

        /** The width of the bin that holds a value, as far as there are values in it. */
        double widthAt(double value) {
            int bin = 0;
            while (bin < grid.edgeCount() && grid.edge(bin) <= value) {
                bin++;
            }
            double low = bin == 0 ? profile.min() : Math.max(profile.min(), grid.edge(bin - 1));
            double high = bin == grid.edgeCount() ? profile.max() : Math.min(profile.max(), grid.edge(bin));
            return high - low;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bike_sharing", "california_housing", "chicago_taxi", "elec2", "sagemaker_churn"})
    void profilesAndSketchesKeepToTheirError(String data) throws IOException {
        for (String line : Files.readAllLines(SharedData.file("oracles/profiles_" + data + ".jsonl"))) {
            JsonNode row = JSON.readTree(line);
            boolean numeric = row.get("type").asText().equals("numeric");
            Column column = column(row, numeric);
            softly.assertThat(agrees(row, column)).as(line).isTrue();
        }

        System.out.println(data + ": facts of columns checked " + checked);
        softly.assertAll();
        assertThat(checked).containsKeys("count", "distinct");
    }

    private Column column(JsonNode row, boolean numeric) throws IOException {
        String key = row.get("feature") + " " + row.get("window") + numeric;
        Column known = columns.get(key);
        if (known == null) {
            known = Column.read(row.get("window"), row.get("feature").asText(), numeric);
            columns.put(key, known);
        }
        return known;
    }

    private boolean agrees(JsonNode row, Column column) {
        String metric = row.get("metric").asText();
        double value = row.get("value").asDouble();
        NumericProfile profile = column.profile;
        // Moments are exact after each value is rounded to the profile's resolution.
        double rounding = 2 * profile.resolution() + 1e-9 * Math.abs(value);
        checked.merge(metric, 1, Integer::sum);
        return switch (metric) {
            case "count" -> value == column.rows;
            case "missing" -> value == column.missing;
            case "distinct" -> Math.abs(column.distinct.estimate() - value) <= Math.max(0.5, DISTINCT_ERROR * value);
            case "mean" -> Math.abs(profile.mean() - value) <= rounding;
            case "std_pop" -> Math.abs(profile.standardDeviation() - value) <= rounding;
            case "sum" -> Math.abs(profile.mean() * column.numbers.length - value) <= rounding * column.numbers.length;
            case "min" -> profile.min() == value;
            case "max" -> profile.max() == value;
            case "zeros" -> profile.zeros() == value;
            case "quantile" -> isQuantile(row, column, value);
            case "top20" -> isTop(row.get("value"), column);
            case "std_sample", "skewness", "kurtosis_excess" -> isNotKept(metric);
            default -> false;
        };
    }

    /** A profile has no third or fourth moment, and the sample deviation is the population's by another divisor. */
    private boolean isNotKept(String metric) {
        checked.merge(metric, -1, Integer::sum);
        return true;
    }

    private boolean isQuantile(JsonNode row, Column column, double value) {
        if (!row.get("params").get("method").asText().startsWith("inverted_cdf")) {
            return isNotKept("quantile"); // linear interpolation may leave the bin where the quantile lies
        }
        double ours = column.profile.quantile(row.get("params").get("q").asDouble());
        return Math.abs(ours - value) <= column.widthAt(value) + 1e-12 * Math.abs(value);
    }

    private static boolean isTop(JsonNode top, Column column) {
        Map<String, FrequentValues.Frequent> listed = new HashMap<>();
        column.frequent.frequent().forEach(each -> listed.put(each.value(), each));
        for (JsonNode each : top) {
            long count = each.get(1).asLong();
            FrequentValues.Frequent ours = listed.get(each.get(0).asText());
            boolean mustBeListed = count > column.frequent.rows() / (LISTED + 1.0);
            if (ours == null ? mustBeListed : count < ours.atLeast() || count > ours.atMost()) {
                return false;
            }
        }
        return true;
    }
}
