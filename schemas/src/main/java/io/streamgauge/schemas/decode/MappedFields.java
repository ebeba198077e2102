package io.streamgauge.schemas.decode;

import io.streamgauge.schemas.contract.FeatureSchema;
import io.streamgauge.schemas.event.EventBuffer;
import io.streamgauge.schemas.event.FeatureSlot;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the decoders of all formats have in common: the mapped places, and what must hold before and after reading. */
final class MappedFields {
    /** Far above Kafka's default of 1 MiB; a larger value is a mistake that would only cost memory. */
    static final int MAX_VALUE_BYTES = 8 << 20;

    private final SourceMapping mapping;
    private final List<Place> places = new ArrayList<>();
    private final int slots;
    private final int scoreSlot;
    private final List<AgeTarget> ages = new ArrayList<>();

    /** A path and where its value goes. */
    record Place(String path, Target target) {}

    MappedFields(SourceMapping mapping) {
        this.mapping = mapping;
        this.slots = mapping.features().size();
        this.scoreSlot = mapping.derivesClass() ? mapping.slotOf(FeatureSchema.PREDICTION_SCORE) : -1;
        places.add(new Place(mapping.eventTime(), new EventTimeTarget()));
        if (mapping.id() != null) {
            places.add(new Place(mapping.id(), NameTarget.ID));
        }
        if (mapping.version() != null) {
            places.add(new Place(mapping.version(), NameTarget.VERSION));
        }
        for (int slot = 0; slot < mapping.fields().size(); slot++) {
            FieldMapping field = mapping.fields().get(slot);
            places.add(new Place(field.path(), new FeatureTarget(new FeatureSlot(slot, field.type()), field.items())));
        }
        for (int i = 0; i < mapping.ages().size(); i++) {
            var age = new AgeTarget(slots - mapping.ages().size() + i);
            ages.add(age);
            places.add(new Place(mapping.ages().get(i).path(), age));
        }
    }

    List<Place> places() {
        return places;
    }

    String eventTimePath() {
        return mapping.eventTime();
    }

    /** Clears the buffer; the rejection of a value that need not be read, if it is one. */
    @Nullable
    Rejection begin(byte @Nullable [] value, EventBuffer out) {
        if (out.slots() != slots) {
            throw new IllegalArgumentException(
                    "buffer for topic '%s' must have %d slots, got %d".formatted(mapping.topic(), slots, out.slots()));
        }
        out.clear();
        if (value == null) {
            return new Rejection(RejectReason.NO_VALUE, "the record has no value", null);
        }
        if (value.length > MAX_VALUE_BYTES) {
            String detail = "the value has %d bytes, the most is %d".formatted(value.length, MAX_VALUE_BYTES);
            return new Rejection(RejectReason.TOO_LARGE, detail, null);
        }
        return null;
    }

    /** Derives what is derived; the rejection of an event that lacks what every event needs. */
    @Nullable
    Rejection end(EventBuffer out, @Nullable Integer schemaId) {
        if (!out.hasEventTime()) {
            String detail = "'%s' is missing or no time".formatted(mapping.eventTime());
            return new Rejection(RejectReason.NO_EVENT_TIME, detail, schemaId);
        }
        Double threshold = mapping.threshold();
        if (scoreSlot >= 0 && threshold != null && !Double.isNaN(out.number(scoreSlot))) {
            out.bool(mapping.fields().size(), out.number(scoreSlot) >= threshold);
        }
        ages.forEach(age -> age.settle(out));
        return null;
    }
}
