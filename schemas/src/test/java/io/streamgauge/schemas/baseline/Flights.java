package io.streamgauge.schemas.baseline;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.streamgauge.schemas.contract.DataSchema;
import io.streamgauge.schemas.contract.FeatureSchema;
import io.streamgauge.schemas.contract.FeatureType;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.schemas.event.EventBuffer;
import io.streamgauge.schemas.slice.SliceSpec;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** Made-up flights: features over many hours, a label for each third. */
final class Flights {
    private static final long START = Instant.parse("2001-01-01T05:00:00Z").toEpochMilli();
    private static final String[] ORIGINS = {"JFK", "ORD", "ATL", "LAX", "DFW"};

    private static final DataSchema SCHEMA = new DataSchema(List.of(
            new FeatureSchema("distance", Source.FEATURES, FeatureType.NUMERIC),
            new FeatureSchema("origin", Source.FEATURES, FeatureType.CATEGORICAL),
            new FeatureSchema("weekend", Source.FEATURES, FeatureType.BOOLEAN),
            new FeatureSchema(FeatureSchema.LABEL, Source.LABELS, FeatureType.BOOLEAN)));

    private Flights() {}

    static BaselineBuilder builder() {
        return BaselineBuilder.of("delay", "1", SCHEMA);
    }

    static Baseline baseline(int rows) throws IOException {
        return builder().build(consumer -> rows(rows, consumer));
    }

    /** With a slice for each of the two most frequent origins, the rest, weekends, and labels that are true. */
    static Baseline sliced(int rows) throws IOException {
        return builder()
                .slices(List.of(
                        new SliceSpec.By("origin", 2, null),
                        new SliceSpec.Where("weekend", "weekend", null),
                        new SliceSpec.Where("late", "label", null)))
                .build(consumer -> rows(rows, consumer));
    }

    private static void rows(int rows, EventRows.Consumer consumer) {
        for (int i = 0; i < rows; i++) {
            EventBuffer row = row(i * 37 % 1000, ORIGINS[i % 7 % 5], i % 7 > 4);
            row.eventTime(START + i * 60_000L);
            if (i % 100 == 3) {
                row.missing(0);
            } else if (i % 100 == 4) {
                row.mistyped(0);
            }
            consumer.accept(Source.FEATURES, row);
            if (i % 3 == 0) {
                EventBuffer label = new EventBuffer(1);
                label.eventTime(START + i * 60_000L);
                label.bool(0, i % 2 == 0);
                consumer.accept(Source.LABELS, label);
            }
        }
    }

    static EventBuffer row(double distance, String origin, boolean weekend) {
        EventBuffer row = new EventBuffer(3);
        byte[] utf8 = origin.getBytes(UTF_8);
        row.number(0, distance);
        row.text(1, utf8, 0, utf8.length);
        row.bool(2, weekend);
        return row;
    }

    static void feature(
            EventRows.Consumer consumer, long eventTimeMs, double distance, String origin, boolean weekend) {
        EventBuffer row = row(distance, origin, weekend);
        row.eventTime(eventTimeMs);
        consumer.accept(Source.FEATURES, row);
    }

    static void word(EventRows.Consumer consumer, String word) {
        EventBuffer row = new EventBuffer(1);
        byte[] utf8 = word.getBytes(UTF_8);
        row.text(0, utf8, 0, utf8.length);
        consumer.accept(Source.FEATURES, row);
    }
}
