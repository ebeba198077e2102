package io.streamgauge.schemas.rule;

import io.streamgauge.schemas.contract.DataContract;
import io.streamgauge.schemas.contract.Domain;
import io.streamgauge.schemas.contract.FeatureContract;
import io.streamgauge.schemas.contract.FeatureSchema;
import io.streamgauge.schemas.contract.FeatureType;
import io.streamgauge.schemas.contract.PhysicalType;
import io.streamgauge.schemas.event.EventBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules that follow from a schema for the events of one source: those of TFDV's anomalies that one event alone can show. A
 * missing value breaks only the rule of presence.
 */
final class SchemaRules {
    private final DataContract contract;
    private final @Nullable String environment;

    private SchemaRules(DataContract contract, @Nullable String environment) {
        this.contract = contract;
        this.environment = environment;
    }

    /** @param environment where the events come from; null: every feature is expected */
    static List<EventRule> of(DataContract contract, @Nullable String environment, List<FeatureSchema> slots) {
        var all = new SchemaRules(contract, environment);
        var rules = new ArrayList<EventRule>();
        for (int slot = 0; slot < slots.size(); slot++) {
            FeatureSchema schema = slots.get(slot);
            FeatureContract feature = contract.feature(List.of(schema.name())).orElse(null);
            if (feature != null && feature.lifecycle().checked()) {
                rules.addAll(all.rules(feature, slot, schema.type()));
            }
        }
        rules.addAll(PairRules.of(contract, slots));
        return rules;
    }

    private List<EventRule> rules(FeatureContract feature, int slot, FeatureType profiled) {
        var rules = new SlotRules(feature, slot);
        type(rules, slot, profiled);
        if (feature.environments().expectedIn(environment, contract.defaultEnvironments())) {
            presence(rules, slot);
        }
        ShapeRules.add(rules, slot, feature.shape());
        Domain domain = feature.domain();
        if (domain instanceof Domain.Named named) {
            domain = contract.words().getOrDefault(named.name(), new Domain.Words(List.of()));
        }
        if (profiled == FeatureType.NUMERIC) {
            NumberRules.add(rules, domain);
        } else if (profiled != FeatureType.BOOLEAN) {
            TextRules.add(rules, domain);
        }
        return rules.rules();
    }

    /** A fraction where whole numbers are expected is a value of another type, as it is in files. */
    private static void type(SlotRules rules, int slot, FeatureType profiled) {
        if (rules.feature().type() == PhysicalType.INT && profiled == FeatureType.NUMERIC) {
            rules.add(
                    "UNEXPECTED_DATA_TYPE",
                    "type: float",
                    Keeping.WHOLE_NUMBERS,
                    event -> event.isMistyped(slot) || isNoInteger(event, slot));
        } else {
            rules.add("UNEXPECTED_DATA_TYPE", null, Keeping.ANYTHING, event -> event.isMistyped(slot));
        }
    }

    /** NaN and the infinities are no whole numbers, either. */
    private static boolean isNoInteger(EventBuffer event, int slot) {
        double value = event.number(slot);
        return event.isNumber(slot) && (Math.rint(value) != value || Double.isInfinite(value));
    }

    private static void presence(SlotRules rules, int slot) {
        Double fraction = rules.feature().presence().minFraction();
        if (fraction != null && fraction > 0) {
            rules.add(
                    "FEATURE_TYPE_LOW_FRACTION_PRESENT",
                    Math.max(0, 1 - fraction),
                    "presence: { min-fraction: {present} }",
                    Keeping.ANY_VALUE,
                    event -> event.isMissing(slot));
        }
    }
}
