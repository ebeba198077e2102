package io.streamgauge.schemas.importer.suite;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.streamgauge.schemas.contract.Action;
import io.streamgauge.schemas.contract.Comparator;
import io.streamgauge.schemas.contract.DataContract;
import io.streamgauge.schemas.contract.DatasetLimits;
import io.streamgauge.schemas.contract.Distribution;
import io.streamgauge.schemas.contract.Domain;
import io.streamgauge.schemas.contract.FeatureContract;
import io.streamgauge.schemas.contract.FeatureContractBuilder;
import io.streamgauge.schemas.contract.FeatureSchema;
import io.streamgauge.schemas.contract.FeatureType;
import io.streamgauge.schemas.contract.Limits;
import io.streamgauge.schemas.contract.PhysicalType;
import io.streamgauge.schemas.contract.Presence;
import io.streamgauge.schemas.contract.RatioLimits;
import io.streamgauge.schemas.contract.RowPredicate;
import io.streamgauge.schemas.contract.Severity;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.schemas.importer.tfdv.ImportedContract;
import io.streamgauge.schemas.predicate.InvalidPredicateException;
import io.streamgauge.schemas.predicate.Predicate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A contract while it is put together from rules of columns that come in any order. Not thread-safe. */
final class Draft {
    private final Map<String, FeatureContract> features = new LinkedHashMap<>();
    private final Map<String, RowPredicate> predicates = new LinkedHashMap<>();
    private final Map<String, String> origins = new LinkedHashMap<>();
    private final List<String> left = new ArrayList<>();
    private Limits examples = Limits.NONE;

    void leave(@Nullable String column, String what) {
        left.add(column == null ? what : column + ": " + what);
    }

    FeatureContract column(String column) {
        return features.computeIfAbsent(column, name -> FeatureContract.of(name, null));
    }

    private void change(String column, UnaryOperator<FeatureContractBuilder> change) {
        features.put(column, change.apply(column(column).change()).build());
    }

    void type(String column, PhysicalType type) {
        change(column, feature -> feature.type(type).kind(null));
    }

    void kind(String column, FeatureType kind) {
        if (column(column).type() == null && column(column).kind() == null) {
            change(column, feature -> feature.kind(kind));
        }
    }

    void minFraction(String column, double share) {
        change(column, feature -> feature.presence(new Presence(share, share > 0 ? Long.valueOf(1) : null)));
    }

    void present(String column) {
        Double fraction = column(column).presence().minFraction();
        change(column, feature -> feature.presence(new Presence(fraction, 1L)));
    }

    void unique(String column, Limits limits) {
        change(column, feature -> feature.unique(limits));
    }

    void drift(String column, Comparator comparator) {
        change(column, feature -> feature.drift(comparator));
    }

    void range(String column, @Nullable Double min, @Nullable Double max, String rule) {
        kind(column, FeatureType.NUMERIC);
        domain(column, Domain.Numbers.between(min, max), rule);
    }

    void words(String column, List<String> values, @Nullable Double minMass, String rule) {
        kind(column, FeatureType.CATEGORICAL);
        domain(column, new Domain.Words(List.copyOf(new LinkedHashSet<>(values))), rule);
        if (column(column).domain() instanceof Domain.Words && minMass != null && minMass < 1) {
            change(column, feature -> feature.minDomainMass(minMass));
        }
    }

    /** Length and pattern of texts go together; false if there is no place for them. */
    boolean texts(String column, Domain.Texts texts, String rule) {
        if (texts.pattern() != null && !compiles(texts.pattern())) {
            leave(column, rule + " (no regular expression of RE2)");
            return true;
        }
        Domain.Texts both = texts;
        if (column(column).domain() instanceof Domain.Texts before) {
            if (texts.pattern() != null && before.pattern() != null) {
                return false;
            }
            boolean length = texts.length().equals(Limits.NONE);
            both = new Domain.Texts(
                    length ? before.length() : texts.length(),
                    texts.pattern() == null ? before.pattern() : texts.pattern());
            change(column, feature -> feature.domain(new Domain.Any()));
        }
        if (hasDomain(column)) {
            return false;
        }
        if (column(column).type() == null) {
            type(column, PhysicalType.BYTES);
        }
        domain(column, both, rule);
        return true;
    }

    /** Whether something is said of each value already: there is place for one such thing. */
    boolean hasDomain(String column) {
        return !(column(column).domain() instanceof Domain.Any);
    }

    private static boolean compiles(String pattern) {
        try {
            Pattern.compile(pattern);
            return true;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    private void domain(String column, Domain domain, String rule) {
        if (column(column).domain() instanceof Domain.Any) {
            change(column, feature -> feature.domain(domain));
        } else {
            leave(column, rule + " (a feature has one domain, and another rule came first)");
        }
    }

    void examples(Limits limits) {
        examples = limits;
    }

    /**
     * A rule over the features of an event.
     *
     * @param tolerated share of the events that may break it
     */
    void predicate(@Nullable String column, String rule, String name, String when, double tolerated) {
        String free = name;
        for (int i = 2; predicates.containsKey(free); i++) {
            free = name + "-" + i;
        }
        double share = Math.max(
                0,
                BigDecimal.valueOf(tolerated).setScale(9, RoundingMode.HALF_UP).doubleValue());
        predicates.put(free, new RowPredicate(free, when, Severity.ERROR, Action.FLAG, share));
        origins.put(free, (column == null ? "" : column + ": ") + rule);
    }

    /** What is expected of all values together; always true. */
    boolean distribution(String column, UnaryOperator<Distribution> changed) {
        change(
                column,
                feature -> feature.distribution(changed.apply(column(column).distribution())));
        return true;
    }

    ImportedContract imported() {
        List<FeatureContract> all = new ArrayList<>();
        features.values().forEach(feature -> all.add(consistent(feature)));
        var contract = new DataContract(
                all,
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                new DatasetLimits(examples, RatioLimits.NONE, RatioLimits.NONE),
                usable(all));
        return new ImportedContract(contract, left);
    }

    /** The predicates that go with what is known of the types of the features. */
    private List<RowPredicate> usable(List<FeatureContract> all) {
        List<FeatureSchema> slots = all.stream()
                .map(feature -> new FeatureSchema(feature.name(), Source.FEATURES, feature.profiledAs()))
                .toList();
        List<RowPredicate> usable = new ArrayList<>();
        predicates.forEach((name, predicate) -> {
            try {
                Predicate.compile(predicate.when(), slots);
                usable.add(predicate);
            } catch (InvalidPredicateException e) {
                left.add(origins.get(name) + " (" + e.problems().get(0).message() + ")");
            }
        });
        return usable;
    }

    /** Whole numbers have limits that are; a domain that does not go with a type gives way; some kind there must be. */
    private FeatureContract consistent(FeatureContract feature) {
        FeatureContract known = feature.type() == null && feature.kind() == null
                ? feature.change().kind(FeatureType.CATEGORICAL).build()
                : feature;
        PhysicalType type = known.type();
        Domain domain = known.domain();
        if (type == PhysicalType.INT && domain instanceof Domain.Numbers numbers) {
            domain = new Domain.WholeNumbers(
                    new Limits(
                            numbers.min() == null ? null : Long.valueOf((long) Math.ceil(numbers.min())),
                            numbers.max() == null ? null : Long.valueOf((long) Math.floor(numbers.max()))),
                    false);
        } else if (type != null && !domain.types().contains(type)) {
            leave(feature.name(), "the limits of its values, which do not go with its type " + type);
            domain = new Domain.Any();
        }
        return known.change()
                .domain(domain)
                .minDomainMass(domain instanceof Domain.Words ? known.minDomainMass() : null)
                .build();
    }
}
