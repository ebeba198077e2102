package io.streamgauge.schemas.importer.suite;

import com.fasterxml.jackson.databind.JsonNode;
import io.streamgauge.schemas.contract.FeatureType;
import java.util.ArrayList;
import java.util.List;

/** Gives the expectations of a suite their places in a draft: those on the table and on several columns; others are passed on. */
final class Expectations {
    private final Draft draft;

    Expectations(Draft draft) {
        this.draft = draft;
    }

    void add(Expectation one) {
        if (one.arguments().hasNonNull("row_condition")) {
            leave(one, "is of some rows only; a slice or a predicate can say that");
        } else if (!one.column().isEmpty()) {
            new ColumnExpectation(one, draft).add();
        } else {
            table(one);
        }
    }

    private void table(Expectation one) {
        switch (one.type()) {
            case "expect_table_row_count_to_be_between" -> rowCount(one);
            case "expect_table_row_count_to_equal" -> draft.examples(one.exactly());
            case "expect_table_columns_to_match_set" -> columns(one, "column_set");
            case "expect_table_columns_to_match_ordered_list" -> columns(one, "column_list");
            case "expect_column_pair_values_a_to_be_greater_than_b",
                    "expect_column_pair_values_A_to_be_greater_than_B" -> greater(one);
            case "expect_column_pair_values_to_be_equal" -> pair(one, "%s != %s");
            case "expect_column_pair_values_to_be_in_set" -> pairInSet(one);
            case "expect_multicolumn_sum_to_equal" -> sum(one);
            case "expect_select_column_values_to_be_unique_within_record" -> differ(one);
            default -> leave(one, one.reason());
        }
    }

    private void rowCount(Expectation one) {
        if (one.strict()) {
            leave(one, "counts have limits that are good themselves");
        } else {
            draft.examples(one.limits());
        }
    }

    /** New columns are an anomaly anyway; their order is not known. */
    private void columns(Expectation one, String key) {
        one.texts(key).forEach(draft::present);
        if (key.equals("column_list")) {
            draft.leave(null, one.type() + ": the order (fields of events go by their name)");
        }
    }

    private void greater(Expectation one) {
        draft.kind(one.text("column_A"), FeatureType.NUMERIC);
        draft.kind(one.text("column_B"), FeatureType.NUMERIC);
        pair(one, one.arguments().path("or_equal").asBoolean() ? "!(%s >= %s)" : "!(%s > %s)");
    }

    private void pair(Expectation one, String condition) {
        String a = one.text("column_A");
        String b = one.text("column_B");
        predicate(one, a + "-" + b, List.of(a, b), condition.formatted(CelText.feature(a), CelText.feature(b)));
    }

    private void pairInSet(Expectation one) {
        String a = one.text("column_A");
        String b = one.text("column_B");
        List<String> pairs = new ArrayList<>();
        for (JsonNode pair : one.arguments().path("value_pairs_set")) {
            kindOf(a, pair.path(0));
            kindOf(b, pair.path(1));
            pairs.add("(%s == %s && %s == %s)"
                    .formatted(CelText.feature(a), pair.path(0), CelText.feature(b), pair.path(1)));
        }
        if (pairs.isEmpty()) {
            leave(one, "has no pairs");
        } else {
            predicate(one, a + "-" + b + "-set", List.of(a, b), "!(" + String.join(" || ", pairs) + ")");
        }
    }

    private void kindOf(String column, JsonNode value) {
        draft.kind(column, value.isNumber() ? FeatureType.NUMERIC : FeatureType.CATEGORICAL);
    }

    private void sum(Expectation one) {
        List<String> columns = one.texts("column_list");
        columns.forEach(column -> draft.kind(column, FeatureType.NUMERIC));
        String sum = String.join(" + ", columns.stream().map(CelText::feature).toList());
        predicate(one, "sum", columns, sum + " != " + one.arguments().path("sum_total"));
    }

    private void differ(Expectation one) {
        List<String> columns = one.texts("column_list");
        List<String> equal = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            for (int j = i + 1; j < columns.size(); j++) {
                equal.add(CelText.feature(columns.get(i)) + " == " + CelText.feature(columns.get(j)));
            }
        }
        predicate(one, "differ", columns, String.join(" || ", equal));
    }

    private void predicate(Expectation one, String name, List<String> columns, String when) {
        if (columns.isEmpty() || columns.contains("") || when.isEmpty()) {
            leave(one, "names no columns");
            return;
        }
        columns.forEach(draft::column);
        draft.predicate(null, one.type(), name, when, 1 - one.mostly());
    }

    private void leave(Expectation one, String why) {
        String column = one.column();
        draft.leave(column.isEmpty() ? null : column, one.type() + " (" + why + ")");
        if (!column.isEmpty()) {
            draft.column(column);
        }
    }
}
