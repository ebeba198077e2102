package io.streamgauge.schemas.importer.suite;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamgauge.schemas.contract.Domain;
import io.streamgauge.schemas.contract.FeatureType;
import io.streamgauge.schemas.contract.Limits;
import io.streamgauge.schemas.contract.PhysicalType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One expectation of a suite: takes its place in the draft, or is noted as left. */
final class Expectation {
    private static final String IDENTIFIER = "[A-Za-z_][A-Za-z0-9_]*";
    private static final Map<String, PhysicalType> TYPES = Map.ofEntries(
            Map.entry("int", PhysicalType.INT),
            Map.entry("int32", PhysicalType.INT),
            Map.entry("int64", PhysicalType.INT),
            Map.entry("integer", PhysicalType.INT),
            Map.entry("bigint", PhysicalType.INT),
            Map.entry("long", PhysicalType.INT),
            Map.entry("integertype", PhysicalType.INT),
            Map.entry("longtype", PhysicalType.INT),
            Map.entry("float", PhysicalType.FLOAT),
            Map.entry("float32", PhysicalType.FLOAT),
            Map.entry("float64", PhysicalType.FLOAT),
            Map.entry("double", PhysicalType.FLOAT),
            Map.entry("floattype", PhysicalType.FLOAT),
            Map.entry("doubletype", PhysicalType.FLOAT),
            Map.entry("str", PhysicalType.BYTES),
            Map.entry("string", PhysicalType.BYTES),
            Map.entry("object", PhysicalType.BYTES),
            Map.entry("text", PhysicalType.BYTES),
            Map.entry("varchar", PhysicalType.BYTES),
            Map.entry("stringtype", PhysicalType.BYTES));

    private final String type;
    private final JsonNode arguments;
    private final Draft draft;
    private final String column;

    Expectation(String type, JsonNode arguments, Draft draft) {
        this.type = type;
        this.arguments = arguments;
        this.draft = draft;
        this.column = arguments.path("column").asText("");
    }

    void add() {
        if (arguments.has("row_condition") && !arguments.path("row_condition").isNull()) {
            leave("has a row_condition");
        } else if (column.isEmpty()) {
            table();
        } else {
            column();
        }
    }

    private void table() {
        switch (type) {
            case "expect_table_row_count_to_be_between" -> draft.examples(limits());
            case "expect_table_row_count_to_equal" -> draft.examples(new Limits(whole("value"), whole("value")));
            case "expect_column_pair_values_a_to_be_greater_than_b" ->
                pair(arguments.path("or_equal").asBoolean() ? "!(%s >= %s)" : "!(%s > %s)");
            case "expect_column_pair_values_to_be_equal" -> pair("%s != %s");
            default -> leave("has no counterpart");
        }
    }

    private void column() {
        switch (type) {
            case "expect_column_to_exist" -> draft.present(column);
            case "expect_column_values_to_not_be_null" ->
                draft.minFraction(column, arguments.path("mostly").asDouble(1));
            case "expect_column_values_to_be_in_set" -> inSet();
            case "expect_column_values_to_not_be_in_set" -> member("%s in %s");
            case "expect_column_unique_value_count_to_be_between" -> draft.unique(column, limits());
            case "expect_column_values_to_be_of_type" ->
                type(List.of(arguments.path("type_").asText()));
            case "expect_column_values_to_be_in_type_list" -> type(texts("type_list"));
            default -> everyValue();
        }
    }

    /** Expectations that have a counterpart only if they are of all values. */
    private void everyValue() {
        if (arguments.path("mostly").asDouble(1) < 1) {
            leave("is of a share of the values only");
            return;
        }
        switch (type) {
            case "expect_column_values_to_be_between",
                    "expect_column_min_to_be_between",
                    "expect_column_max_to_be_between" -> between();
            case "expect_column_values_to_match_regex" ->
                draft.texts(
                        column,
                        new Domain.Texts(
                                Limits.NONE,
                                "(?s:.*)(?:%s)(?s:.*)"
                                        .formatted(arguments.path("regex").asText())),
                        type);
            case "expect_column_value_lengths_to_be_between" ->
                draft.texts(column, new Domain.Texts(limits(), null), type);
            case "expect_column_value_lengths_to_equal" ->
                draft.texts(column, new Domain.Texts(new Limits(whole("value"), whole("value")), null), type);
            default -> leave("has no counterpart");
        }
    }

    private void between() {
        boolean strict = arguments.path("strict_min").asBoolean()
                || arguments.path("strict_max").asBoolean();
        boolean lowest = !type.equals("expect_column_max_to_be_between");
        boolean highest = !type.equals("expect_column_min_to_be_between");
        if (strict || !isNumberOrNothing("min_value") || !isNumberOrNothing("max_value")) {
            leave(strict ? "has limits that are not good themselves" : "has limits that are no numbers");
            return;
        }
        draft.range(column, lowest ? number("min_value") : null, highest ? number("max_value") : null, type);
        if ((!lowest && arguments.hasNonNull("min_value")) || (!highest && arguments.hasNonNull("max_value"))) {
            leave("limits the largest or the smallest value on the other side, too");
        }
    }

    private void inSet() {
        JsonNode values = arguments.path("value_set");
        boolean texts = values.isArray() && values.size() > 0;
        for (JsonNode value : values) {
            texts &= value.isTextual();
        }
        if (texts) {
            draft.words(column, texts("value_set"), number("mostly"), type);
        } else if (arguments.path("mostly").asDouble(1) < 1) {
            leave("is of a share of the values only");
        } else {
            member("!(%s in %s)");
        }
    }

    private void member(String condition) {
        JsonNode values = arguments.path("value_set");
        if (!column.matches(IDENTIFIER) || !values.isArray()) {
            leave("has no name that a predicate could use");
            return;
        }
        List<String> literals = new ArrayList<>();
        values.forEach(value -> literals.add(value.toString()));
        draft.column(column);
        draft.predicate(
                column + "-set",
                condition.formatted(column, literals.stream().collect(Collectors.joining(", ", "[", "]"))));
    }

    private void pair(String condition) {
        String a = arguments.path("column_A").asText("");
        String b = arguments.path("column_B").asText("");
        if (a.matches(IDENTIFIER) && b.matches(IDENTIFIER)) {
            draft.column(a);
            draft.column(b);
            draft.predicate(a + "-" + b, condition.formatted(a, b));
        } else {
            leave("has columns without a name that a predicate could use");
        }
    }

    private void type(List<String> names) {
        Set<PhysicalType> types = EnumSet.noneOf(PhysicalType.class);
        for (String name : names) {
            PhysicalType known = TYPES.get(name.toLowerCase(Locale.ROOT));
            if (known != null) {
                types.add(known);
            }
        }
        if (names.stream().anyMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("bool"))) {
            draft.kind(column, FeatureType.BOOLEAN);
        } else if (types.size() == 1) {
            draft.type(column, types.iterator().next());
        } else {
            leave("names no single type that is known: " + String.join(", ", names));
        }
    }

    private void leave(String why) {
        draft.leave(column.isEmpty() ? null : column, type + " (" + why + ")");
        if (!column.isEmpty()) {
            draft.column(column);
        }
    }

    private List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        arguments.path(key).forEach(value -> texts.add(value.asText()));
        return texts;
    }

    private boolean isNumberOrNothing(String key) {
        return !arguments.hasNonNull(key) || arguments.path(key).isNumber();
    }

    private @Nullable Double number(String key) {
        return arguments.hasNonNull(key) ? Double.valueOf(arguments.path(key).asDouble()) : null;
    }

    private @Nullable Long whole(String key) {
        return arguments.hasNonNull(key) ? Long.valueOf(arguments.path(key).asLong()) : null;
    }

    private Limits limits() {
        return new Limits(whole("min_value"), whole("max_value"));
    }
}
