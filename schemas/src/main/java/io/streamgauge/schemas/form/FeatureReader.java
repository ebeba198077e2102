package io.streamgauge.schemas.form;

import io.streamgauge.schemas.contract.Comparator;
import io.streamgauge.schemas.contract.Comparator.HistogramSource;
import io.streamgauge.schemas.contract.Environments;
import io.streamgauge.schemas.contract.FeatureContract;
import io.streamgauge.schemas.contract.FeatureContractBuilder;
import io.streamgauge.schemas.contract.Limits;
import io.streamgauge.schemas.contract.Presence;
import io.streamgauge.schemas.contract.Shape;
import io.streamgauge.schemas.yaml.Section;
import io.streamgauge.schemas.yaml.ValueType;
import io.streamgauge.schemas.yaml.Values;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;

/** Reads one feature of the form. */
final class FeatureReader {
    static final ValueType<Long> COUNT = Values.count();
    static final ValueType<Double> NUMBER = new ValueType<>("a number", 0.0, FeatureReader::number);

    private static final List<String> SHAPES = List.of("values", "nested-values", "shape");

    private final Section section;

    FeatureReader(Section section) {
        this.section = section;
    }

    FeatureContract read(String name) {
        TypeWord word = section.required("type", TypeWord.VALUES);
        return FeatureContractBuilder.named(name)
                .type(word.physical())
                .kind(word.kind())
                .presence(presence(section.section("presence")))
                .shape(shape())
                .domain(new DomainReader(section, word).read())
                .minDomainMass(section.optional("min-domain-mass", NUMBER))
                .unique(section.has("unique") ? limits(section.section("unique")) : null)
                .skew(comparator(section.section("skew")))
                .drift(comparator(section.section("drift")))
                .distribution(DistributionReader.read(section.section("distribution")))
                .environments(new Environments(
                        new HashSet<>(section.list("in-environments", Values.TEXT)),
                        new HashSet<>(section.list("not-in-environments", Values.TEXT))))
                .lifecycle(SchemaReader.lifecycle(section))
                .derived(flag("derived"))
                .sensitive(flag("sensitive"))
                .action(SchemaReader.action(section))
                .build();
    }

    private boolean flag(String key) {
        return Boolean.TRUE.equals(section.optional(key, Values.FLAG));
    }

    private static Presence presence(Section presence) {
        return new Presence(presence.optional("min-fraction", NUMBER), presence.optional("min-count", COUNT));
    }

    private Shape shape() {
        List<String> given = SHAPES.stream().filter(section::has).toList();
        if (given.size() > 1) {
            section.problem(
                    given.get(1), "one of " + SHAPES, "only one of values, nested-values and shape can be given");
        }
        if (given.isEmpty()) {
            return new Shape.Free();
        }
        return switch (given.get(0)) {
            case "values" -> new Shape.Counted(limits(section.section("values")));
            case "shape" -> new Shape.Fixed(section.list("shape", COUNT));
            default ->
                new Shape.Nested(section.sectionList("nested-values").stream()
                        .map(FeatureReader::limits)
                        .toList());
        };
    }

    static Limits limits(Section limits) {
        return new Limits(limits.optional("min", COUNT), limits.optional("max", COUNT));
    }

    private static Comparator comparator(Section comparator) {
        HistogramSource source = comparator.optional("histogram", Values.constant(HistogramSource.class));
        return new Comparator(
                comparator.optional("l-infinity", NUMBER),
                comparator.optional("jensen-shannon", NUMBER),
                Objects.requireNonNullElse(source, HistogramSource.STANDARD),
                comparator.optional("normalized-absolute-difference", NUMBER));
    }

    private static double number(String text) {
        return switch (text) {
            case ".inf", "+.inf" -> Double.POSITIVE_INFINITY;
            case "-.inf" -> Double.NEGATIVE_INFINITY;
            default -> {
                if (!text.matches("[-+.0-9eE]+")) {
                    throw new IllegalArgumentException("no number");
                }
                yield Double.parseDouble(text);
            }
        };
    }
}
