package io.streamgauge.schemas.form;

import io.streamgauge.schemas.contract.Action;
import io.streamgauge.schemas.contract.Comparator;
import io.streamgauge.schemas.contract.Comparator.HistogramSource;
import io.streamgauge.schemas.contract.DataContract;
import io.streamgauge.schemas.contract.DatasetLimits;
import io.streamgauge.schemas.contract.Distribution;
import io.streamgauge.schemas.contract.Domain;
import io.streamgauge.schemas.contract.Environments;
import io.streamgauge.schemas.contract.FeatureContract;
import io.streamgauge.schemas.contract.FeatureContractBuilder;
import io.streamgauge.schemas.contract.FeatureType;
import io.streamgauge.schemas.contract.Interval;
import io.streamgauge.schemas.contract.Lifecycle;
import io.streamgauge.schemas.contract.Limits;
import io.streamgauge.schemas.contract.PhysicalType;
import io.streamgauge.schemas.contract.Presence;
import io.streamgauge.schemas.contract.RatioLimits;
import io.streamgauge.schemas.contract.RowPredicate;
import io.streamgauge.schemas.contract.Severity;
import io.streamgauge.schemas.contract.Shape;
import io.streamgauge.schemas.contract.SparseFeature;
import io.streamgauge.schemas.contract.Statistic;
import io.streamgauge.schemas.contract.TokenLimits;
import io.streamgauge.schemas.contract.WeightedFeature;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sound contracts in which every part of one has been said somewhere. */
final class SomeContracts {
    private static final List<String> WORDS = List.of(
            "red",
            "",
            "  ",
            "yes",
            "on",
            "null",
            "~",
            "1",
            "-0.5",
            "a: b",
            "[x]",
            "#no",
            "'quoted'",
            "two\nlines",
            "é€\uD83D\uDE00");

    private final Random random;

    private SomeContracts(long seed) {
        this.random = new Random(seed);
    }

    static DataContract of(long seed) {
        return new SomeContracts(seed).contract();
    }

    private DataContract contract() {
        Map<String, Domain.Words> enums = new LinkedHashMap<>();
        enums.put("colours", words());
        enums.put("others", words());
        return new DataContract(
                topFeatures(),
                List.of(new SparseFeature("sparse", List.of("f0", "f1"), "f2", stage())),
                List.of(new WeightedFeature("weighted", "f0", "f1", stage())),
                enums,
                random.nextBoolean() ? List.of() : List.of("TRAINING", "SERVING"),
                new DatasetLimits(counts(), new RatioLimits(number(0), number(10)), new RatioLimits(null, number(1))),
                List.of(
                        new RowPredicate("one", "id == 'x: #y' && n > 1", Severity.WARNING, Action.QUARANTINE, 0.25),
                        new RowPredicate("two", "n < 1", Severity.ERROR, Action.FLAG)));
    }

    private List<FeatureContract> topFeatures() {
        List<FeatureContract> features = new ArrayList<>(features("f", 2));
        features.add(FeatureContract.of("id", PhysicalType.BYTES));
        features.add(FeatureContract.of("n", PhysicalType.INT));
        return features;
    }

    private List<FeatureContract> features(String prefix, int depth) {
        List<FeatureContract> features = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            features.add(feature(prefix + i, depth));
        }
        return features;
    }

    private FeatureContract feature(String name, int depth) {
        int choice = random.nextInt(depth > 0 ? 15 : 14);
        var builder = FeatureContractBuilder.named(name)
                .presence(new Presence(random.nextBoolean() ? null : 0.25, random.nextBoolean() ? null : 1L))
                .shape(shape())
                .unique(random.nextBoolean() ? null : counts())
                .skew(comparator())
                .drift(comparator())
                .environments(
                        random.nextBoolean()
                                ? Environments.DEFAULT
                                : new Environments(Set.of("A", "B"), Set.of("SERVING")))
                .distribution(distribution())
                .lifecycle(stage())
                .sensitive(random.nextBoolean())
                .action(random.nextBoolean() ? Action.FLAG : Action.QUARANTINE);
        domain(choice, builder, depth);
        return builder.build();
    }

    private void domain(int choice, FeatureContractBuilder builder, int depth) {
        builder.type(PhysicalType.BYTES);
        switch (choice) {
            case 0 -> builder.domain(words()).minDomainMass(random.nextBoolean() ? null : 0.5);
            case 1 -> builder.domain(new Domain.Named("colours")).minDomainMass(0.125);
            case 2 -> builder.type(PhysicalType.INT).domain(new Domain.WholeNumbers(counts(), random.nextBoolean()));
            case 3 -> builder.domain(new Domain.WholeNumbers(counts(), false));
            case 4 -> builder.type(PhysicalType.FLOAT).domain(numbers());
            case 5 -> builder.domain(numbers());
            case 6 -> builder.domain(new Domain.TrueFalse("yes", "no"));
            case 7 -> builder.type(null).kind(FeatureType.BOOLEAN).domain(new Domain.TrueFalse(null, null));
            case 8 -> builder.domain(new Domain.Texts(counts(), random.nextBoolean() ? null : "[a-z]+: #\\d"));
            case 9 -> builder.domain(random.nextBoolean() ? new Domain.Url() : new Domain.KnowledgeId());
            case 10 -> builder.domain(new Domain.Time("%Y-%m-%d", random.nextBoolean()));
            case 11 -> builder.domain(new Domain.Image(0.5, 1000L));
            case 12 ->
                builder.domain(new Domain.Language(0.5, null, List.of(new TokenLimits("100", counts(), 0.1, null))));
            case 13 -> builder.type(null).kind(random.nextBoolean() ? FeatureType.NUMERIC : FeatureType.CATEGORICAL);
            default ->
                builder.type(PhysicalType.STRUCT).domain(new Domain.Struct(features("inner", depth - 1), List.of()));
        }
    }

    private Domain.Words words() {
        return new Domain.Words(WORDS.subList(random.nextInt(WORDS.size()), WORDS.size()));
    }

    private Domain numbers() {
        return new Domain.Numbers(
                random.nextBoolean() ? null : Double.NEGATIVE_INFINITY,
                number(1e17),
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextBoolean() ? null : 8L);
    }

    private Shape shape() {
        return switch (random.nextInt(4)) {
            case 0 -> new Shape.Counted(counts());
            case 1 -> new Shape.Fixed(List.of(2L, 3L));
            case 2 -> new Shape.Nested(List.of(counts(), counts()));
            default -> new Shape.Free();
        };
    }

    private Limits counts() {
        return new Limits(random.nextBoolean() ? null : 1L, random.nextBoolean() ? null : Long.MAX_VALUE);
    }

    private @Nullable Double number(double value) {
        return random.nextBoolean() ? null : value;
    }

    private Comparator comparator() {
        return new Comparator(
                number(0.1),
                number(1e-9),
                random.nextBoolean() ? HistogramSource.STANDARD : HistogramSource.QUANTILES,
                number(3));
    }

    private Distribution distribution() {
        Distribution some = Distribution.ANY;
        for (Statistic statistic : Statistic.values()) {
            if (random.nextInt(4) == 0) {
                boolean included = random.nextBoolean();
                some = some.with(statistic, new Interval(number(0.5), 7.0, true, included));
            }
        }
        return random.nextBoolean()
                ? some
                : some.with(0.25, Interval.closed(1.0, null))
                        .withMostCommon(WORDS)
                        .withHolds(List.of("a", "null"));
    }

    private Lifecycle stage() {
        return List.of(Lifecycle.values()).get(random.nextInt(Lifecycle.values().length));
    }
}
