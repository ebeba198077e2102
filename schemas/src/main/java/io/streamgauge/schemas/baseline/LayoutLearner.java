package io.streamgauge.schemas.baseline;

import io.streamgauge.schemas.contract.FeatureSchema;
import io.streamgauge.schemas.contract.FeatureType;
import io.streamgauge.schemas.event.EventBuffer;
import io.streamgauge.statistics.profile.Grid;
import io.streamgauge.statistics.profile.Layout;
import io.streamgauge.statistics.profile.Vocabulary;
import io.streamgauge.statistics.sketch.FrequentValues;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The first pass over the rows of one source: which bins each feature is counted in. */
final class LayoutLearner {
    private static final int MAX_VALUE_BYTES = 256;

    /** Up to so many distinct values the most frequent ones are exact; a column of ids takes no more memory than that. */
    private static final int MAX_DISTINCT = 100_000;

    private final List<FeatureSchema> features;
    private final int bins;
    private final List<Integer> numericSlots = new ArrayList<>();
    private final RowSample sample;
    private final List<FrequentValues> values = new ArrayList<>();

    LayoutLearner(List<FeatureSchema> features, int bins) {
        this.features = features;
        this.bins = bins;
        for (int slot = 0; slot < features.size(); slot++) {
            if (features.get(slot).type() == FeatureType.NUMERIC) {
                numericSlots.add(slot);
            }
            values.add(new FrequentValues(MAX_DISTINCT));
        }
        this.sample = new RowSample(numericSlots.size());
    }

    void add(EventBuffer row) {
        if (sample.startRow()) {
            for (int column = 0; column < numericSlots.size(); column++) {
                sample.put(column, row.number(numericSlots.get(column)));
            }
        }
        for (int slot = 0; slot < features.size(); slot++) {
            String text = features.get(slot).type() == FeatureType.CATEGORICAL ? shortText(row, slot) : null;
            if (text != null) {
                values.get(slot).add(text);
            }
        }
    }

    List<Layout> layouts() {
        List<Layout> layouts = new ArrayList<>();
        for (int slot = 0; slot < features.size(); slot++) {
            layouts.add(layout(slot));
        }
        return layouts;
    }

    private Layout layout(int slot) {
        FeatureSchema feature = features.get(slot);
        return switch (feature.type()) {
            case NUMERIC -> Grid.fromSample(sample.column(numericSlots.indexOf(slot)), bins);
            case CATEGORICAL ->
                Vocabulary.of(values.get(slot).frequent().stream()
                        .limit(BaselineBuilder.MAX_VOCABULARY)
                        .map(FrequentValues.Frequent::value)
                        .toList());
            case BOOLEAN -> Vocabulary.of(List.of("false", "true"));
            case TEXT, EMBEDDING ->
                throw new IllegalArgumentException("feature '%s' of type %s cannot be profiled"
                        .formatted(feature.name(), feature.type().word()));
        };
    }

    /** A value longer than what profiles keep is free text, not a category. */
    private static @Nullable String shortText(EventBuffer row, int slot) {
        return row.textLength(slot) <= MAX_VALUE_BYTES ? row.text(slot) : null;
    }
}
