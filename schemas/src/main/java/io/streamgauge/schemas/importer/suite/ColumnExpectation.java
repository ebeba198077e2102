package io.streamgauge.schemas.importer.suite;

import io.streamgauge.schemas.contract.Domain;
import io.streamgauge.schemas.contract.FeatureType;
import io.streamgauge.schemas.contract.Limits;
import java.util.List;

/**
 * An expectation on one column takes its place in the draft. What is said of every value is a domain; where that does not do (a
 * share of the values, strict limits, a second domain) it is a predicate that tolerates a share.
 */
final class ColumnExpectation {
    private final Expectation one;
    private final String type;
    private final String column;
    private final String feature;
    private final Draft draft;

    ColumnExpectation(Expectation one, Draft draft) {
        this.one = one;
        this.type = one.type();
        this.column = one.column();
        this.feature = CelText.feature(column);
        this.draft = draft;
    }

    void add() {
        switch (type) {
            case "expect_column_to_exist" -> draft.present(column);
            case "expect_column_values_to_not_be_null" -> draft.minFraction(column, one.mostly());
            case "expect_column_values_to_be_null" -> predicate("present", "has(" + feature + ")");
            case "expect_column_values_to_be_of_type", "expect_column_values_to_be_in_type_list" -> types();
            case "expect_column_values_to_be_between" -> between();
            case "expect_column_values_to_be_in_set", "expect_column_distinct_values_to_be_in_set" -> inSet();
            case "expect_column_values_to_not_be_in_set" -> member("%s in %s");
            default -> texts();
        }
    }

    private void types() {
        List<String> names = type.endsWith("list") ? one.texts("type_list") : List.of(one.text("type_"));
        if (one.mostly() < 1) {
            leave("is of a share of the values; types hold for all");
        } else if (!ColumnTypes.add(names, column, draft)) {
            leave("names no single type that is known: " + String.join(", ", names));
        }
    }

    private void between() {
        if (!one.hasLimits()) {
            draft.column(column);
        } else if (one.limitsAre(FeatureType.CATEGORICAL)) {
            draft.kind(column, FeatureType.CATEGORICAL);
            predicate("range", CelText.outside(feature, one.arguments()));
        } else if (!one.limitsAre(FeatureType.NUMERIC)) {
            leave("has limits that are neither numbers nor texts");
        } else if (one.strict() || one.mostly() < 1 || draft.hasDomain(column)) {
            draft.kind(column, FeatureType.NUMERIC);
            predicate("range", CelText.outside(feature, one.arguments()));
        } else {
            draft.range(column, one.number("min_value"), one.number("max_value"), type);
        }
    }

    private void inSet() {
        if (one.allAre("value_set", FeatureType.CATEGORICAL) && !draft.hasDomain(column)) {
            draft.words(column, one.texts("value_set"), one.mostly(), type);
        } else {
            member("!(%s in %s)");
        }
    }

    private void member(String condition) {
        boolean numbers = one.allAre("value_set", FeatureType.NUMERIC);
        if (!numbers && !one.allAre("value_set", FeatureType.CATEGORICAL)) {
            leave("has a set that is neither of numbers nor of texts");
            return;
        }
        draft.kind(column, numbers ? FeatureType.NUMERIC : FeatureType.CATEGORICAL);
        predicate(
                "set", condition.formatted(feature, CelText.list(one.arguments().path("value_set"))));
    }

    private void texts() {
        switch (type) {
            case "expect_column_value_lengths_to_be_between" -> lengths(one.limits());
            case "expect_column_value_lengths_to_equal" -> lengths(one.exactly());
            case "expect_column_values_to_match_regex" -> regex(one.text("regex"));
            case "expect_column_values_to_not_match_regex" -> match("%s", List.of(one.text("regex")), " || ");
            case "expect_column_values_to_match_regex_list" ->
                match("!(%s)", one.texts("regex_list"), one.text("match_on").equals("all") ? " && " : " || ");
            case "expect_column_values_to_not_match_regex_list" -> match("%s", one.texts("regex_list"), " || ");
            case "expect_column_values_to_match_like_pattern" -> like("!(%s)", List.of(one.text("like_pattern")));
            case "expect_column_values_to_not_match_like_pattern" -> like("%s", List.of(one.text("like_pattern")));
            case "expect_column_values_to_match_like_pattern_list" -> like("!(%s)", one.texts("like_pattern_list"));
            case "expect_column_values_to_not_match_like_pattern_list" -> like("%s", one.texts("like_pattern_list"));
            default -> aggregate();
        }
    }

    private void lengths(Limits limits) {
        String size = "size(" + feature + ")";
        if (!one.strict() && one.mostly() >= 1 && draft.texts(column, new Domain.Texts(limits, null), type)) {
            return;
        }
        draft.kind(column, FeatureType.CATEGORICAL);
        predicate(
                "length",
                type.endsWith("equal") ? size + " != " + limits.min() : CelText.outside(size, one.arguments()));
    }

    /** A pattern of ours is of the whole text, one of theirs of some part of it. */
    private void regex(String regex) {
        var whole = new Domain.Texts(Limits.NONE, "(?s:.*)(?:%s)(?s:.*)".formatted(regex));
        if (one.mostly() < 1 || !draft.texts(column, whole, type)) {
            match("!(%s)", List.of(regex), " || ");
        }
    }

    private void like(String condition, List<String> patterns) {
        boolean all = one.text("match_on").equals("all") && condition.startsWith("!");
        match(condition, patterns.stream().map(CelText::like).toList(), all ? " && " : " || ");
    }

    private void match(String condition, List<String> regexes, String between) {
        List<String> matches = regexes.stream()
                .map(regex -> "%s.matches(%s)".formatted(feature, CelText.text(regex)))
                .toList();
        draft.kind(column, FeatureType.CATEGORICAL);
        predicate("pattern", matches.isEmpty() ? "" : condition.formatted(String.join(between, matches)));
    }

    private void aggregate() {
        if (!AggregateExpectation.add(one, draft)) {
            leave(one.reason());
        }
    }

    private void predicate(String name, String when) {
        if (when.isEmpty()) {
            leave("limits nothing");
        } else {
            draft.column(column);
            draft.predicate(column, type, column + "-" + name, when, 1 - one.mostly());
        }
    }

    private void leave(String why) {
        draft.leave(column, type + " (" + why + ")");
        draft.column(column);
    }
}
