package io.streamgauge.schemas.rule;

import io.streamgauge.schemas.contract.DataContract;
import io.streamgauge.schemas.contract.Domain;
import io.streamgauge.schemas.contract.FeatureContract;
import io.streamgauge.schemas.contract.FeatureSchema;
import io.streamgauge.schemas.contract.FeatureType;
import io.streamgauge.schemas.contract.PhysicalType;
import io.streamgauge.schemas.contract.Severity;
import io.streamgauge.schemas.event.EventBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rules that follow from a schema for the events of one source: those of TFDV's anomalies that one event alone can show. A
 * missing value breaks only the rule of presence.
 */
final class SchemaRules {
    private final DataContract contract;
    private final List<EventRule> rules = new ArrayList<>();

    private SchemaRules(DataContract contract) {
        this.contract = contract;
    }

    /** @param environment where the events come from; null: every feature is expected */
    static List<EventRule> of(DataContract contract, @Nullable String environment, List<FeatureSchema> slots) {
        var all = new SchemaRules(contract);
        for (int slot = 0; slot < slots.size(); slot++) {
            FeatureSchema schema = slots.get(slot);
            FeatureContract feature = contract.feature(List.of(schema.name())).orElse(null);
            if (feature != null && feature.lifecycle().checked()) {
                all.type(feature, slot);
                if (feature.environments().expectedIn(environment, contract.defaultEnvironments())) {
                    all.presence(feature, slot);
                }
                all.domain(feature, slot, schema.type());
            }
        }
        return all.rules;
    }

    private void type(FeatureContract feature, int slot) {
        add(feature, "UNEXPECTED_DATA_TYPE", 0, null, event -> event.isMistyped(slot));
    }

    private void presence(FeatureContract feature, int slot) {
        Double fraction = feature.presence().minFraction();
        if (fraction != null && fraction > 0) {
            add(
                    feature,
                    "FEATURE_TYPE_LOW_FRACTION_PRESENT",
                    Math.max(0, 1 - fraction),
                    "presence: { min-fraction: {present} }",
                    event -> event.isMissing(slot));
        }
    }

    private void domain(FeatureContract feature, int slot, FeatureType type) {
        Domain domain = feature.domain();
        if (domain instanceof Domain.Named named) {
            domain = contract.words().getOrDefault(named.name(), new Domain.Words(List.of()));
        }
        if (type == FeatureType.NUMERIC) {
            numeric(feature, slot, domain);
        } else if (type != FeatureType.BOOLEAN) {
            texts(feature, slot, domain);
        }
    }

    private void numeric(FeatureContract feature, int slot, Domain domain) {
        if (feature.type() == PhysicalType.INT) {
            add(feature, "INT_TYPE_INT_EXPECTED", 0, "type: float", number(slot, value -> Math.rint(value) != value));
        }
        if (domain instanceof Domain.WholeNumbers whole) {
            limits(
                    feature,
                    slot,
                    "INT_TYPE_%s_INT",
                    asDouble(whole.limits().min()),
                    asDouble(whole.limits().max()));
        } else if (domain instanceof Domain.Numbers numbers) {
            limits(feature, slot, "FLOAT_TYPE_%s_FLOAT", numbers.min(), numbers.max());
            if (numbers.noNan()) {
                add(feature, "FLOAT_TYPE_HAS_NAN", 0, "nan: true", number(slot, value -> Double.isNaN(value)));
            }
            if (numbers.noInfinity()) {
                add(
                        feature,
                        "FLOAT_TYPE_HAS_INF",
                        0,
                        "infinity: true",
                        number(slot, value -> Double.isInfinite(value)));
            }
        } else if (domain instanceof Domain.TrueFalse) {
            add(feature, "BOOL_TYPE_UNEXPECTED_FLOAT", 0, null, number(slot, value -> value != 0 && value != 1));
        }
    }

    /** NaN is neither too big nor too small. */
    private void limits(FeatureContract feature, int slot, String name, @Nullable Double min, @Nullable Double max) {
        if (min != null) {
            double least = min;
            add(feature, name.formatted("SMALL"), 0, "a range that begins lower", number(slot, value -> value < least));
        }
        if (max != null) {
            double most = max;
            add(feature, name.formatted("BIG"), 0, "a range that ends higher", number(slot, value -> value > most));
        }
    }

    private void texts(FeatureContract feature, int slot, Domain domain) {
        if (domain instanceof Domain.Words words) {
            Double mass = feature.minDomainMass();
            var known = new WordSet(words.values());
            add(
                    feature,
                    "ENUM_TYPE_UNEXPECTED_STRING_VALUES",
                    mass == null ? 0 : Math.min(1, Math.max(0, 1 - mass)),
                    "min-domain-mass: {present}",
                    text(slot, (utf8, offset, length) -> !known.holds(utf8, offset, length)));
        } else if (domain instanceof Domain.Texts texts) {
            Long least = texts.length().min();
            if (least != null) {
                long min = least;
                add(feature, "TEXT_TOO_SHORT", 0, "a smaller least length", text(slot, TextTests.shorterThan(min)));
            }
            Long most = texts.length().max();
            if (most != null) {
                long max = most;
                add(feature, "TEXT_TOO_LONG", 0, "a greater length", text(slot, TextTests.longerThan(max)));
            }
            if (texts.pattern() != null) {
                add(feature, "TEXT_NOT_OF_PATTERN", 0, "another pattern", text(slot, TextTests.not(texts.pattern())));
            }
        } else if (domain instanceof Domain.WholeNumbers) {
            add(feature, "INT_TYPE_NOT_INT_STRING", 0, null, text(slot, TextTests.NO_INTEGER));
        } else if (domain instanceof Domain.TrueFalse truth) {
            var known = new WordSet(Stream.of(truth.trueValue(), truth.falseValue())
                    .filter(Objects::nonNull)
                    .toList());
            if (feature.type() == PhysicalType.BYTES) {
                add(
                        feature,
                        "BOOL_TYPE_UNEXPECTED_STRING",
                        0,
                        null,
                        text(slot, (utf8, offset, length) -> !known.holds(utf8, offset, length)));
            }
        }
    }

    private void add(
            FeatureContract feature, String name, double tolerated, @Nullable String acceptance, EventTest test) {
        rules.add(new EventRule(name, feature.name(), Severity.ERROR, feature.action(), tolerated, acceptance, test));
    }

    /** A question about a number. */
    private interface OfNumber {
        boolean holds(double value);
    }

    private static EventTest number(int slot, OfNumber question) {
        return event -> event.isNumber(slot) && question.holds(event.number(slot));
    }

    private static EventTest text(int slot, TextTests.OfText question) {
        return (EventBuffer event) -> event.isText(slot)
                && question.holds(event.textBytes(slot), event.textOffset(slot), event.textLength(slot));
    }

    private static @Nullable Double asDouble(@Nullable Long value) {
        return value == null ? null : (double) value;
    }
}
