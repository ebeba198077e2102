package io.streamgauge.schemas.importer.suite;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.streamgauge.schemas.contract.Action;
import io.streamgauge.schemas.contract.Comparator;
import io.streamgauge.schemas.contract.DataContract;
import io.streamgauge.schemas.contract.DatasetLimits;
import io.streamgauge.schemas.contract.Domain;
import io.streamgauge.schemas.contract.FeatureContract;
import io.streamgauge.schemas.contract.FeatureContractBuilder;
import io.streamgauge.schemas.contract.FeatureType;
import io.streamgauge.schemas.contract.Limits;
import io.streamgauge.schemas.contract.PhysicalType;
import io.streamgauge.schemas.contract.Presence;
import io.streamgauge.schemas.contract.RatioLimits;
import io.streamgauge.schemas.contract.RowPredicate;
import io.streamgauge.schemas.contract.Severity;
import io.streamgauge.schemas.importer.tfdv.ImportedContract;
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
    private final List<RowPredicate> predicates = new ArrayList<>();
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
        if (column(column).type() == null) {
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

    /** Length and pattern of texts go together. */
    void texts(String column, Domain.Texts texts, String rule) {
        if (texts.pattern() != null && !compiles(texts.pattern())) {
            leave(column, rule + " (no regular expression of RE2)");
            return;
        }
        Domain.Texts both = texts;
        if (column(column).domain() instanceof Domain.Texts before) {
            boolean length = texts.length().equals(Limits.NONE);
            both = new Domain.Texts(
                    length ? before.length() : texts.length(),
                    texts.pattern() == null ? before.pattern() : texts.pattern());
            change(column, feature -> feature.domain(new Domain.Any()));
        }
        if (column(column).type() == null) {
            type(column, PhysicalType.BYTES);
        }
        domain(column, both, rule);
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

    void predicate(String name, String when) {
        predicates.add(new RowPredicate(
                name + (predicates.isEmpty() ? "" : "-" + predicates.size()), when, Severity.ERROR, Action.FLAG));
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
                predicates);
        return new ImportedContract(contract, left);
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
