package io.streamgauge.checks.schema;

import io.streamgauge.schemas.contract.DataContract;
import io.streamgauge.schemas.contract.DatasetLimits;
import io.streamgauge.schemas.contract.Domain;
import io.streamgauge.schemas.contract.FeatureContract;
import io.streamgauge.schemas.contract.Limits;
import io.streamgauge.schemas.contract.RatioLimits;
import io.streamgauge.schemas.contract.Shape;
import io.streamgauge.schemas.contract.TokenLimits;
import io.streamgauge.statistics.tfdv.FeaturePath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Where does a contract contradict itself? A least limit above its most one, and a value that an enumeration has twice:
 * whoever wrote that meant something else, so no verdict by it would be worth anything.
 */
public final class Contradictions {
    private final List<String> found = new ArrayList<>();

    private Contradictions() {}

    /** One line for each, with the path of the feature in front; empty if there are none. */
    public static List<String> in(DataContract contract) {
        var contradictions = new Contradictions();
        contradictions.features(contract.features(), List.of());
        new TreeSet<>(contract.words().keySet())
                .forEach(name -> contradictions.words(
                        "string_domain " + name, contract.words().get(name)));
        contradictions.dataset(contract.dataset());
        return List.copyOf(contradictions.found);
    }

    private void features(List<FeatureContract> features, List<String> parent) {
        for (FeatureContract feature : features) {
            List<String> path = new ArrayList<>(parent);
            path.add(feature.name());
            String name = FeaturePath.text(path);
            shape(name, feature.shape());
            limits(name + ": unique_constraints", feature.unique());
            domain(name, feature.domain());
            if (feature.domain() instanceof Domain.Struct struct) {
                features(struct.features(), path);
            }
        }
    }

    private void shape(String name, Shape shape) {
        if (shape instanceof Shape.Counted counted) {
            limits(name + ": value_count", counted.limits());
        } else if (shape instanceof Shape.Nested nested) {
            nested.levels().forEach(level -> limits(name + ": value_counts", level));
        }
    }

    private void domain(String name, Domain domain) {
        String where = name + ": " + domain.word();
        if (domain instanceof Domain.WholeNumbers numbers) {
            limits(where, numbers.limits());
        } else if (domain instanceof Domain.Numbers numbers) {
            numbers(where, numbers.min(), numbers.max());
        } else if (domain instanceof Domain.Words words) {
            words(where, words);
        } else if (domain instanceof Domain.Language language) {
            for (TokenLimits token : language.tokens()) {
                limits(where + " " + token.token(), token.perSequence());
                numbers(where + " " + token.token(), token.minFraction(), token.maxFraction());
            }
        }
    }

    private void dataset(DatasetLimits dataset) {
        limits("dataset_constraints", dataset.examples());
        ratio("num_examples_drift_comparator", dataset.previousSpan());
        ratio("num_examples_version_comparator", dataset.previousVersion());
    }

    private void ratio(String where, RatioLimits limits) {
        numbers(where, limits.min(), limits.max());
    }

    private void limits(String where, @Nullable Limits limits) {
        if (limits != null && limits.contradict()) {
            found.add("%s: min %d is above max %d".formatted(where, limits.min(), limits.max()));
        }
    }

    private void numbers(String where, @Nullable Double min, @Nullable Double max) {
        if (min != null && max != null && min > max) {
            found.add("%s: min %s is above max %s".formatted(where, SixDigits.of(min), SixDigits.of(max)));
        }
    }

    private void words(String where, Domain.@Nullable Words words) {
        if (words == null) {
            return;
        }
        Set<String> seen = new HashSet<>();
        Set<String> twice = new TreeSet<>();
        for (String value : words.values()) {
            if (!seen.add(value)) {
                twice.add(value);
            }
        }
        twice.forEach(value -> found.add("%s: '%s' is listed more than once".formatted(where, value)));
    }
}
