package io.streamgauge.benchmarks.whatif;

import io.streamgauge.alerts.lifecycle.Alert;
import io.streamgauge.alerts.lifecycle.AlertPolicy;
import io.streamgauge.checks.Calibrations;
import io.streamgauge.checks.CheckSettings;
import io.streamgauge.checks.DriftSettings;
import io.streamgauge.checks.PipelineSettings;
import io.streamgauge.checks.QualityMetric;
import io.streamgauge.checks.QualitySettings;
import io.streamgauge.checks.StabilitySettings;
import io.streamgauge.checks.WindowSpec;
import io.streamgauge.schemas.Contracts;
import io.streamgauge.schemas.baseline.Baseline;
import io.streamgauge.schemas.baseline.BaselineBuilder;
import io.streamgauge.schemas.contract.DataSchema;
import io.streamgauge.schemas.contract.FeatureSchema;
import io.streamgauge.schemas.contract.FeatureType;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.schemas.decode.FieldMapping;
import io.streamgauge.schemas.decode.Format;
import io.streamgauge.schemas.decode.SourceMapping;
import io.streamgauge.schemas.event.EventBuffer;
import io.streamgauge.statistics.inference.FalseAlarmBudget;
import io.streamgauge.statistics.profile.NumericProfile;
import io.streamgauge.topology.assess.AssessOutput;
import io.streamgauge.topology.local.LocalOutput;
import io.streamgauge.topology.local.StoredMonitor;
import io.streamgauge.topology.settings.ModelSettings;
import io.streamgauge.topology.settings.SourceSettings;
import io.streamgauge.topology.settings.Topics;
import io.streamgauge.topology.settings.TopologySettings;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/**
 * Judges hourly panes of many features by the checks that are on by default, and prints how long it took.
 *
 * <p>Usage: {@code YearOfPanes [FEATURES] [DAYS]}; 500 and 365 unless given.
 */
public final class YearOfPanes {
    private static final int VARIANTS = 8;
    private static final int ROWS = 400;
    private static final long HOUR_MS = Duration.ofHours(1).toMillis();
    private static final long START_MS = Instant.parse("2024-01-01T00:00:00Z").toEpochMilli();
    private static final FalseAlarmBudget BUDGET = FalseAlarmBudget.parse("1 per 30d");

    private YearOfPanes() {}

    /** Runs once. */
    public static void main(String[] args) throws IOException {
        int features = args.length > 0 ? Integer.parseInt(args[0]) : 500;
        int days = args.length > 1 ? Integer.parseInt(args[1]) : 365;
        Baseline baseline = baseline(features);
        List<List<GenericRecord>> variants = variants(baseline);
        var counted = new Counted();
        double before = processorSeconds();
        long start = System.nanoTime();
        var monitor = new StoredMonitor(settings(baseline), counted, new Calibrations());
        double calibrated = (System.nanoTime() - start) / 1e9;
        double afterCalibration = processorSeconds();
        for (int hour = 0; hour < days * 24; hour++) {
            for (GenericRecord record : variants.get(hour % VARIANTS)) {
                record.put("windowStart", START_MS + hour * HOUR_MS);
                record.put("windowEnd", START_MS + (hour + 1) * HOUR_MS);
                monitor.process(record);
            }
        }
        monitor.end();
        monitor.close();
        double took = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "%d features, %d hourly panes: %,d scores, %d alert records in %.1f s (%.1f s of it calibration),"
                        + " %.1f s of processor time (%.1f s)%n",
                features,
                days * 24,
                counted.scores,
                counted.alerts,
                took,
                calibrated,
                processorSeconds() - before,
                afterCalibration - before);
    }

    /** Of all threads, as the clock says little on a busy machine. */
    private static double processorSeconds() {
        return ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .orElse(Duration.ZERO)
                        .toMillis()
                / 1000.0;
    }

    private static final class Counted implements LocalOutput {
        private long scores;
        private long alerts;

        @Override
        public void score(AssessOutput.ToScores score) {
            scores++;
        }

        @Override
        public void alert(Alert alert) {
            alerts++;
        }
    }

    private static Baseline baseline(int features) throws IOException {
        List<FeatureSchema> schema = new ArrayList<>();
        for (int i = 0; i < features; i++) {
            schema.add(new FeatureSchema("f" + i, Source.FEATURES, FeatureType.NUMERIC));
        }
        return BaselineBuilder.of("m", "1", new DataSchema(schema)).build(consumer -> {
            var random = new Random(1);
            var row = new EventBuffer(features);
            for (int i = 0; i < 3 * 24 * ROWS; i++) {
                row.clear();
                row.eventTime(START_MS - Duration.ofDays(10).toMillis() + i * HOUR_MS / ROWS);
                for (int slot = 0; slot < features; slot++) {
                    if (!isMissing(slot, random)) {
                        row.number(slot, random.nextGaussian());
                    }
                }
                consumer.accept(Source.FEATURES, row);
            }
        });
    }

    /** One feature in four lacks a value now and then. */
    private static boolean isMissing(int feature, Random random) {
        return feature % 4 == 0 && random.nextInt(30) == 0;
    }

    /** The records of a few panes, which then come again and again. */
    private static List<List<GenericRecord>> variants(Baseline baseline) {
        var random = new Random(2);
        List<List<GenericRecord>> variants = new ArrayList<>();
        for (int variant = 0; variant < VARIANTS; variant++) {
            List<GenericRecord> records = new ArrayList<>();
            for (var feature : baseline.features(Source.FEATURES)) {
                var profile = (NumericProfile) feature.layout().newProfile();
                for (int i = 0; i < rows(variant); i++) {
                    if (isMissing(records.size(), random)) {
                        profile.addMissing();
                    } else {
                        profile.add(random.nextGaussian());
                    }
                }
                GenericRecord record = record(baseline, feature.schema().name(), rows(variant), profile.toBytes());
                record.put("layoutFingerprint", feature.layout().fingerprint());
                records.add(record);
            }
            records.add(traffic(baseline, rows(variant)));
            variants.add(records);
        }
        return variants;
    }

    /** No two hours have as many events. */
    private static long rows(int variant) {
        return ROWS + 7L * variant;
    }

    private static GenericRecord record(Baseline baseline, String feature, long rows, byte[] profile) {
        GenericRecord record = new GenericData.Record(Contracts.WINDOW_PROFILE);
        record.put("model", "m");
        record.put("version", "1");
        record.put("source", "features");
        record.put("slice", "all");
        record.put("feature", feature);
        record.put("n", rows);
        record.put("profile", ByteBuffer.wrap(profile));
        record.put("layoutFingerprint", 0L);
        record.put("baselineId", baseline.id());
        return record;
    }

    private static GenericRecord traffic(Baseline baseline, long rows) {
        GenericRecord record = record(baseline, "", rows, new byte[0]);
        GenericRecord sums = new GenericData.Record(
                Contracts.WINDOW_PROFILE.getField("traffic").schema().getTypes().get(1));
        sums.put("profiled", rows);
        sums.put("late", 0L);
        sums.put("rejected", 0L);
        sums.put("newestEvent", null);
        sums.put("evidence", List.of());
        sums.put("rules", ByteBuffer.allocate(0));
        sums.put("busy", ByteBuffer.allocate(0));
        sums.put("partitions", ByteBuffer.allocate(0));
        sums.put("pipeline", ByteBuffer.allocate(0));
        record.put("traffic", sums);
        return record;
    }

    private static TopologySettings settings(Baseline baseline) {
        List<FieldMapping> fields = baseline.features(Source.FEATURES).stream()
                .map(feature -> new FieldMapping(
                        feature.schema().name(),
                        feature.schema().name(),
                        feature.schema().type()))
                .toList();
        var mapping = new SourceMapping(Source.FEATURES, "t", Format.JSON, "id", "at", null, fields, null);
        var source =
                new SourceSettings(mapping, 1, Duration.ofMinutes(5), Duration.ofMinutes(2), Duration.ofHours(1), 0);
        var tolerated =
                Arrays.stream(QualityMetric.values()).collect(Collectors.toMap(metric -> metric, metric -> 0.02));
        var checks = new CheckSettings(
                        new DriftSettings(null, 0.2, BUDGET, 100),
                        Map.of(),
                        new QualitySettings(tolerated, 0.02, BUDGET, 100),
                        Map.of(),
                        Map.of())
                .withStability(new StabilitySettings(feature -> true, null, BUDGET, 100))
                .withPipeline(new PipelineSettings(true, 0.001, 0.001, 0.01));
        var model = new ModelSettings(
                "m",
                baseline,
                List.of(source),
                List.of(WindowSpec.tumbling(Duration.ofHours(1))),
                List.of(),
                checks,
                new AlertPolicy("default", 2, 3, 2),
                "hash");
        return new TopologySettings(List.of(model), Topics.of("app", "rejected", "alerts"), 1, null, 1000);
    }
}
