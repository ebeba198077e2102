package io.streamgauge.schemas.rule;

import io.streamgauge.schemas.contract.Action;
import io.streamgauge.schemas.contract.AnomalyType;
import io.streamgauge.schemas.contract.DataContract;
import io.streamgauge.schemas.contract.FeatureSchema;
import io.streamgauge.schemas.contract.FeatureType;
import io.streamgauge.schemas.contract.RowPredicate;
import io.streamgauge.schemas.contract.Severity;
import io.streamgauge.schemas.predicate.InvalidPredicateException;
import io.streamgauge.schemas.predicate.Predicate;
import io.streamgauge.schemas.predicate.Truth;
import io.streamgauge.schemas.text.TextDetector;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which rules do the events of a source have to keep? */
public final class EventRules {
    /** What the name of a rule begins with that is a row predicate of the schema. */
    public static final String PREDICATE = "rule:";

    private EventRules() {}

    /**
     * What the schema says of single events.
     *
     * @param environment where the events come from; null: every feature is expected
     * @param slots slot {@code i} of the events holds {@code slots.get(i)}
     */
    public static List<EventRule> ofSchema(
            DataContract contract, @Nullable String environment, List<FeatureSchema> slots) {
        return List.copyOf(SchemaRules.of(contract, environment, slots));
    }

    /**
     * A row predicate as a rule: an event of which it is true breaks it; one of which it is unknown does not.
     *
     * @throws InvalidPredicateException with all that is wrong with it
     */
    public static EventRule of(RowPredicate predicate, List<FeatureSchema> slots) {
        Predicate compiled = Predicate.compile(predicate.when(), slots);
        return new EventRule(
                PREDICATE + predicate.name(),
                null,
                predicate.severity(),
                predicate.action(),
                predicate.tolerated(),
                null,
                event -> compiled.test(event) == Truth.TRUE);
    }

    /** That events have no column that is neither mapped nor in the schema; for decoders that were told which are expected. */
    public static EventRule ofColumns() {
        return new EventRule(
                AnomalyType.SCHEMA_NEW_COLUMN.name(),
                null,
                Severity.ERROR,
                Action.FLAG,
                0,
                null,
                event -> event.newColumn() != null);
    }

    /** For each categorical feature one rule per detector. */
    public static List<EventRule> ofTexts(
            Collection<TextDetector> detectors, Action action, List<FeatureSchema> slots) {
        var rules = new ArrayList<EventRule>();
        for (int i = 0; i < slots.size(); i++) {
            FeatureType type = slots.get(i).type();
            if (type == FeatureType.CATEGORICAL || type == FeatureType.TEXT) {
                int slot = i;
                String feature = slots.get(i).name();
                detectors.forEach(detector -> rules.add(text(detector, feature, slot, action)));
            }
        }
        return rules;
    }

    private static EventRule text(TextDetector detector, String feature, int slot, Action action) {
        return new EventRule(
                "text:" + detector.word(),
                feature,
                Severity.ERROR,
                action,
                0,
                null,
                new SlotTest(
                        slot,
                        Keeping.NO_TEXT,
                        event -> event.isText(slot)
                                && detector.isIn(
                                        event.textBytes(slot), event.textOffset(slot), event.textLength(slot))));
    }
}
