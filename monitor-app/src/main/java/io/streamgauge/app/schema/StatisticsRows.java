package io.streamgauge.app.schema;

import io.streamgauge.schemas.baseline.EventRows;
import io.streamgauge.schemas.contract.DataContract;
import io.streamgauge.schemas.contract.DataSchema;
import io.streamgauge.schemas.contract.FeatureContract;
import io.streamgauge.schemas.contract.FeatureSchema;
import io.streamgauge.schemas.contract.FeatureType;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.schemas.event.EventBuffer;
import io.streamgauge.statistics.tfdv.DatasetStatistics;
import io.streamgauge.statistics.tfdv.FeatureStatistics;
import io.streamgauge.statistics.tfdv.Histogram;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Rows that have given statistics, for a baseline where the rows themselves are gone. Numbers lie evenly within the
 * buckets of their histogram, by count rather than by width where there is one of each; values of categories come as often
 * as counted; as many are missing as were. How features go together is not known, and not imitated. Beyond a million rows
 * the counts are scaled down.
 */
public final class StatisticsRows implements EventRows {
    private static final int MAX_ROWS = 1_000_000;

    private final List<FeatureSchema> schemas = new ArrayList<>();
    private final List<List<Object>> columns = new ArrayList<>();
    private final int rows;

    private StatisticsRows(DatasetStatistics data, DataContract contract) {
        double scale = Math.min(1, MAX_ROWS / Math.max(1, data.examples()));
        this.rows = (int) Math.round(data.examples() * scale);
        for (FeatureStatistics feature : data.features()) {
            if (feature.path().size() == 1) {
                add(feature, contract.feature(feature.path()), scale);
            }
        }
    }

    /** Rows for the features that have a distribution; {@code contract} says which numbers are names. */
    public static StatisticsRows of(DatasetStatistics data, DataContract contract) {
        return new StatisticsRows(data, contract);
    }

    /** The features that there are rows of. */
    public DataSchema schema() {
        return new DataSchema(schemas);
    }

    private void add(FeatureStatistics feature, Optional<FeatureContract> expected, double scale) {
        Optional<Histogram> histogram = feature.numbers()
                .histogram(Histogram.Kind.QUANTILES)
                .or(() -> feature.numbers().histogram(Histogram.Kind.STANDARD));
        List<Object> values = new ArrayList<>();
        FeatureType type = FeatureType.CATEGORICAL;
        if (feature.numeric() != null && histogram.isPresent()) {
            type = FeatureType.NUMERIC;
            histogram.get().buckets().forEach(bucket -> spread(bucket, scale, values));
        } else {
            feature.words().counts().forEach((word, count) -> repeat(word, count * scale, values));
            boolean truth = expected.isPresent() && expected.get().profiledAs() == FeatureType.BOOLEAN;
            type = truth ? FeatureType.BOOLEAN : type;
        }
        if (!values.isEmpty()) {
            schemas.add(new FeatureSchema(feature.path().get(0), Source.FEATURES, type));
            columns.add(values);
        }
    }

    private static void spread(Histogram.Bucket bucket, double scale, List<Object> values) {
        long count = Math.round(bucket.count() * scale);
        for (long i = 0; i < count && Double.isFinite(bucket.low()) && Double.isFinite(bucket.high()); i++) {
            values.add(bucket.low() + (i + 0.5) / count * (bucket.high() - bucket.low()));
        }
    }

    private static void repeat(String word, double times, List<Object> values) {
        for (long i = 0; i < Math.round(times); i++) {
            values.add(word);
        }
    }

    @Override
    public void forEach(Consumer consumer) {
        var row = new EventBuffer(schemas.size());
        for (int i = 0; i < rows; i++) {
            row.clear();
            for (int slot = 0; slot < columns.size(); slot++) {
                if (i < columns.get(slot).size()) {
                    put(row, slot, columns.get(slot).get(i));
                }
            }
            consumer.accept(Source.FEATURES, row);
        }
    }

    private void put(EventBuffer row, int slot, Object value) {
        if (value instanceof Double number) {
            row.number(slot, number);
        } else if (schemas.get(slot).type() == FeatureType.BOOLEAN) {
            row.bool(slot, value.equals("true"));
        } else {
            byte[] text = value.toString().getBytes(StandardCharsets.UTF_8);
            row.text(slot, text, 0, text.length);
        }
    }
}
