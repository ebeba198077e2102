package io.streamgauge.schemas.baseline;

import io.streamgauge.schemas.contract.DataSchema;
import io.streamgauge.schemas.contract.FeatureSchema;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.schemas.decode.AgeField;
import io.streamgauge.schemas.slice.SliceSpec;
import io.streamgauge.schemas.slice.Slices;
import io.streamgauge.statistics.profile.Layout;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Which baseline do these training rows make? Reads the rows twice: first to learn the layouts, then to count; and a third time to
 * count the slices, since which values have one of their own depends on the counts.
 *
 * <p>Deterministic: the same rows in the same order give the same baseline, to the bit. A numeric feature gets a grid
 * on its quantiles, learnt from all values or, beyond a million rows, from a sample of the rows by the hash of their
 * number. A categorical feature gets the vocabulary of its most frequent values, ties broken by value. Windows are
 * tumbling, aligned to UTC, and adjacent from the first to the last: the empty ones between are part of the truth.
 */
public final class BaselineBuilder {
    public static final int DEFAULT_BINS = 64;
    public static final int MAX_VOCABULARY = 1000;

    private final String model;
    private final String version;
    private final DataSchema schema;
    private Duration windowSize = Duration.ofHours(1);
    private int bins = DEFAULT_BINS;
    private List<SliceSpec> slices = List.of();
    private Map<Source, List<String>> ages = Map.of();

    private BaselineBuilder(String model, String version, DataSchema schema) {
        this.model = model;
        this.version = version;
        this.schema = schema;
    }

    public static BaselineBuilder of(String model, String version, DataSchema schema) {
        return new BaselineBuilder(model, version, schema);
    }

    /** Size of the reference windows; whole milliseconds, at least one. Default one hour. */
    public BaselineBuilder windowSize(Duration size) {
        if (size.toMillis() < 1) {
            throw new IllegalArgumentException("window must be at least 1 ms, got " + size);
        }
        windowSize = size;
        return this;
    }

    /** The most bins a grid may have, from 2 to 1024. Default 64. */
    public BaselineBuilder bins(int most) {
        if (most < 2 || most > 1024) {
            throw new IllegalArgumentException("bins must be from 2 to 1024, got " + most);
        }
        bins = most;
        return this;
    }

    /** The slices that the monitor is to watch; default none. One that fits no source is left out. */
    public BaselineBuilder slices(List<SliceSpec> specs) {
        slices = List.copyOf(specs);
        return this;
    }

    /**
     * Whose ages are profiled; default none.
     *
     * @param names by source; a row's ages in seconds are in the slots behind its features, in this order
     */
    public BaselineBuilder ages(Map<Source, List<String>> names) {
        ages = Map.copyOf(names);
        return this;
    }

    /**
     * Reads the rows and builds the baseline.
     *
     * @throws IllegalArgumentException if there are no rows, or the event times span too many windows
     */
    public Baseline build(EventRows rows) throws IOException {
        Map<Source, LayoutLearner> learners = new EnumMap<>(Source.class);
        for (Source source : Source.values()) {
            learners.put(source, new LayoutLearner(schema.features(source), bins));
        }
        rows.forEach((source, row) -> part(learners, source).add(row));

        Map<Source, WindowedProfiles> counts = new EnumMap<>(Source.class);
        learners.forEach((source, learner) -> counts.put(
                source, new WindowedProfiles(source, withAges(source, learner.layouts()), windowSize.toMillis())));
        rows.forEach((source, row) -> part(counts, source).add(row));
        return assemble(counts, slices(rows, counts));
    }

    private List<Layout> withAges(Source source, List<Layout> features) {
        List<Layout> all = new ArrayList<>(features);
        ages(source).forEach(age -> all.add(AgeField.GRID));
        return all;
    }

    private List<String> ages(Source source) {
        return ages.getOrDefault(source, List.of());
    }

    private List<SliceBaseline> slices(EventRows rows, Map<Source, WindowedProfiles> counts) throws IOException {
        var bySource = new EnumMap<Source, SlicedTotals>(Source.class);
        counts.forEach((source, counted) -> bySource.put(
                source,
                new SlicedTotals(
                        source,
                        Slices.of(slices, schema.features(source), counted.totals()),
                        counted.layouts().subList(0, schema.features(source).size()))));
        if (bySource.values().stream().anyMatch(SlicedTotals::any)) {
            rows.forEach((source, row) -> part(bySource, source).add(row));
        }
        return bySource.values().stream()
                .flatMap(sliced -> sliced.baselines().stream())
                .toList();
    }

    private Baseline assemble(Map<Source, WindowedProfiles> counts, List<SliceBaseline> sliced) {
        List<FeatureBaseline> features = new ArrayList<>();
        List<ReferenceWindow> windows = new ArrayList<>();
        List<AgeBaseline> aged = new ArrayList<>();
        long rows = 0;
        for (Map.Entry<Source, WindowedProfiles> entry : counts.entrySet()) {
            WindowedProfiles counted = entry.getValue();
            List<FeatureSchema> schemas = schema.features(entry.getKey());
            for (int i = 0; i < schemas.size(); i++) {
                Layout layout = counted.layouts().get(i);
                features.add(new FeatureBaseline(
                        schemas.get(i), layout, counted.totals().get(i)));
            }
            List<ReferenceWindow> all = counted.windows();
            all.forEach(window -> windows.add(window.firstProfiles(schemas.size())));
            for (int i = 0; i < ages(entry.getKey()).size(); i++) {
                int slot = schemas.size() + i;
                aged.add(new AgeBaseline(
                        entry.getKey(),
                        ages(entry.getKey()).get(i),
                        counted.totals().get(slot),
                        all.stream().map(window -> window.profiles().get(slot)).toList()));
            }
            rows += counted.rows();
        }
        if (rows == 0) {
            throw new IllegalArgumentException("a baseline needs at least one row, got none");
        }
        return Baseline.of(model, version, windowSize, features, windows, sliced)
                .withAges(aged);
    }

    private static <T> T part(Map<Source, T> parts, Source source) {
        T part = parts.get(source);
        if (part == null) {
            throw new IllegalStateException("every source has its part, but not " + source);
        }
        return part;
    }
}
