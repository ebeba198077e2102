package io.streamgauge.schemas.importer.suite;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamgauge.schemas.contract.FeatureType;
import io.streamgauge.schemas.contract.Interval;
import io.streamgauge.schemas.contract.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One expectation of a suite and its arguments. */
record Expectation(String type, JsonNode arguments) {
    /** Why some have no place here. */
    private static final Map<String, String> REASONS = Map.ofEntries(
            Map.entry("expect_column_values_to_be_increasing", "events of a topic have no order over its partitions"),
            Map.entry("expect_column_values_to_be_decreasing", "events of a topic have no order over its partitions"),
            Map.entry(
                    "expect_column_value_z_scores_to_be_less_than",
                    "would measure a window by its own mean; drift uses the baseline's"),
            Map.entry(
                    "expect_column_kl_divergence_to_be_less_than",
                    "distances to a stored distribution are the drift check's, by the baseline"),
            Map.entry(
                    "expect_compound_columns_to_be_unique",
                    "needs all keys of all time; duplicate ids are the monitor's"),
            Map.entry(
                    "expect_multicolumn_values_to_be_unique",
                    "needs all keys of all time; duplicate ids are the monitor's"),
            Map.entry("expect_table_row_count_to_equal_other_table", "there is one stream and no other table"),
            Map.entry(
                    "expect_table_column_count_to_be_between",
                    "columns are expected by name; new ones are SCHEMA_NEW_COLUMN"),
            Map.entry(
                    "expect_table_column_count_to_equal",
                    "columns are expected by name; new ones are SCHEMA_NEW_COLUMN"),
            Map.entry("expect_column_values_to_match_json_schema", "texts are not parsed"),
            Map.entry("expect_column_values_to_be_json_parseable", "texts are not parsed"),
            Map.entry("expect_column_values_to_match_strftime_format", "texts are not parsed"),
            Map.entry("expect_column_values_to_be_dateutil_parseable", "texts are not parsed"),
            Map.entry("expect_column_pair_cramers_phi_value_to_be_less_than", "how features go together is not kept"),
            Map.entry("expect_query_results_to_match_comparison", "there is no database to ask"),
            Map.entry("unexpected_rows_expectation", "there is no database to ask"));

    /** The column that it is about; empty if it is about several. */
    String column() {
        return text("column");
    }

    /** Why it was left, if for no other reason. */
    String reason() {
        return REASONS.getOrDefault(type, "has no counterpart");
    }

    String text(String key) {
        return arguments.path(key).asText("");
    }

    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        arguments.path(key).forEach(value -> texts.add(value.asText()));
        return texts;
    }

    /** The share of the values that must keep it. */
    double mostly() {
        return arguments.path("mostly").asDouble(1);
    }

    boolean strict() {
        return arguments.path("strict_min").asBoolean()
                || arguments.path("strict_max").asBoolean();
    }

    boolean hasLimits() {
        return arguments.hasNonNull("min_value") || arguments.hasNonNull("max_value");
    }

    /** Whether both limits are of that kind, or not given. */
    boolean limitsAre(FeatureType kind) {
        return limitIs("min_value", kind) && limitIs("max_value", kind);
    }

    private boolean limitIs(String key, FeatureType kind) {
        JsonNode limit = arguments.path(key);
        return !arguments.hasNonNull(key) || (kind == FeatureType.NUMERIC ? limit.isNumber() : limit.isTextual());
    }

    /** Whether all elements of a list are of that kind, and there are some. */
    boolean allAre(String key, FeatureType kind) {
        JsonNode values = arguments.path(key);
        boolean all = values.isArray() && !values.isEmpty();
        for (JsonNode value : values) {
            all &= kind == FeatureType.NUMERIC ? value.isNumber() : value.isTextual();
        }
        return all;
    }

    @Nullable
    Double number(String key) {
        return arguments.hasNonNull(key) ? Double.valueOf(arguments.path(key).asDouble()) : null;
    }

    Limits limits() {
        return new Limits(whole("min_value"), whole("max_value"));
    }

    /** As limits of a count that is exactly {@code value}. */
    Limits exactly() {
        return new Limits(whole("value"), whole("value"));
    }

    private @Nullable Long whole(String key) {
        return arguments.hasNonNull(key) ? Long.valueOf(arguments.path(key).asLong()) : null;
    }

    Interval interval() {
        return new Interval(
                number("min_value"),
                number("max_value"),
                !arguments.path("strict_min").asBoolean(),
                !arguments.path("strict_max").asBoolean());
    }
}
