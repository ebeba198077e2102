package io.streamgauge.schemas.baseline;

import io.streamgauge.schemas.contract.DataContract;
import io.streamgauge.schemas.contract.DataSchema;
import io.streamgauge.schemas.contract.FeatureSchema;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.schemas.decode.AgeField;
import io.streamgauge.statistics.profile.Profile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What did the data of one model version look like at training? For each source the features with their layout and
 * total profile, and the profiles of the reference windows in the order of time.
 *
 * <p>Holds no raw data apart from vocabularies. Two baselines with the same content have the same {@link #id()}. The
 * profiles in it are to be read only; then it may be shared by threads.
 */
public final class Baseline {
    private final String model;
    private final String version;
    private final Duration windowSize;
    private final Map<Source, List<FeatureBaseline>> features = new EnumMap<>(Source.class);
    private final Map<Source, List<ReferenceWindow>> windows = new EnumMap<>(Source.class);
    private final @Nullable DataContract contract;
    private final List<SliceBaseline> slices;
    private final List<AgeBaseline> ages;
    private final String id;

    private Baseline(
            String model,
            String version,
            Duration windowSize,
            List<FeatureBaseline> features,
            List<ReferenceWindow> windows,
            List<SliceBaseline> slices,
            List<AgeBaseline> ages,
            @Nullable DataContract contract) {
        this.model = model;
        this.version = version;
        this.windowSize = windowSize;
        for (Source source : Source.values()) {
            this.features.put(
                    source,
                    features.stream().filter(f -> f.schema().source() == source).toList());
            this.windows.put(
                    source, windows.stream().filter(w -> w.source() == source).toList());
        }
        this.contract = contract;
        this.slices = List.copyOf(slices);
        this.ages = List.copyOf(ages);
        this.id = BaselineDigest.of(this);
    }

    /** A baseline without slices. */
    public static Baseline of(
            String model,
            String version,
            Duration windowSize,
            List<FeatureBaseline> features,
            List<ReferenceWindow> windows) {
        return of(model, version, windowSize, features, windows, List.of());
    }

    /**
     * A baseline of these parts.
     *
     * @param features of all sources; the order within a source is the order of the slots
     * @param windows of all sources, each source's in the order of time, adjacent, of size {@code windowSize}
     * @param slices of all sources, by their names distinct within a source
     */
    public static Baseline of(
            String model,
            String version,
            Duration windowSize,
            List<FeatureBaseline> features,
            List<ReferenceWindow> windows,
            List<SliceBaseline> slices) {
        if (model.isBlank() || version.isBlank()) {
            throw new IllegalArgumentException("model and version of a baseline must not be blank");
        }
        new DataSchema(features.stream().map(FeatureBaseline::schema).toList());
        Baseline baseline = new Baseline(model, version, windowSize, features, windows, slices, List.of(), null);
        for (Source source : Source.values()) {
            baseline.checkWindows(source);
            baseline.checkSlices(source);
        }
        return baseline;
    }

    /** The same with the contract of the training time, or without one. */
    public Baseline withContract(@Nullable DataContract other) {
        List<FeatureBaseline> all = new ArrayList<>();
        List<ReferenceWindow> allWindows = new ArrayList<>();
        for (Source source : Source.values()) {
            all.addAll(features(source));
            allWindows.addAll(windows(source));
        }
        return new Baseline(model, version, windowSize, all, allWindows, slices, ages, other);
    }

    /**
     * The same with the ages of values.
     *
     * @param others by source and name distinct, each with a profile for each reference window of its source
     */
    public Baseline withAges(List<AgeBaseline> others) {
        long distinct =
                others.stream().map(age -> age.source() + age.name()).distinct().count();
        if (distinct < others.size()
                || others.stream()
                        .anyMatch(age ->
                                age.windows().size() != windows(age.source()).size())) {
            throw new IllegalArgumentException("ages must have distinct names and a profile for each reference window");
        }
        List<FeatureBaseline> all = new ArrayList<>();
        List<ReferenceWindow> allWindows = new ArrayList<>();
        for (Source source : Source.values()) {
            all.addAll(features(source));
            allWindows.addAll(windows(source));
        }
        return new Baseline(model, version, windowSize, all, allWindows, slices, others, contract);
    }

    /** How old values were at training; empty if the baseline was built without. */
    public List<AgeBaseline> ages(Source source) {
        return ages.stream().filter(age -> age.source() == source).toList();
    }

    /** A baseline of the ages alone: each is a feature, whose windows are profiled as those of any other. */
    public Baseline ofAges() {
        List<FeatureBaseline> all = new ArrayList<>();
        List<ReferenceWindow> allWindows = new ArrayList<>();
        for (Source source : Source.values()) {
            List<AgeBaseline> own = ages(source);
            own.forEach(age ->
                    all.add(new FeatureBaseline(AgeField.schema(age.name(), source), AgeField.GRID, age.total())));
            List<ReferenceWindow> spans = windows(source);
            for (int i = 0; i < spans.size(); i++) {
                int window = i;
                ReferenceWindow span = spans.get(i);
                allWindows.add(new ReferenceWindow(
                        source,
                        span.startMs(),
                        span.endMs(),
                        own.stream().map(age -> age.windows().get(window)).toList(),
                        span.count()));
            }
        }
        return of(model, version, windowSize, all, allWindows);
    }

    /** What was expected of the data at training; empty if the baseline was built without. */
    public Optional<DataContract> contract() {
        return Optional.ofNullable(contract);
    }

    public String model() {
        return model;
    }

    public String version() {
        return version;
    }

    /** First 16 hex digits of the SHA-256 of the content: the same on every machine, another for any other content. */
    public String id() {
        return id;
    }

    public Duration windowSize() {
        return windowSize;
    }

    /** The features of a source in the order of the slots, empty if the source was not in the training data. */
    public List<FeatureBaseline> features(Source source) {
        return features.getOrDefault(source, List.of());
    }

    /** Adjacent windows in the order of time, without gaps; empty if the training data had no event times. */
    public List<ReferenceWindow> windows(Source source) {
        return windows.getOrDefault(source, List.of());
    }

    /** What is known of each slice of a source; empty if the baseline was built without slices. */
    public List<SliceBaseline> slices(Source source) {
        return slices.stream().filter(slice -> slice.source() == source).toList();
    }

    /** The same without some features; itself if there are none to leave out. */
    public Baseline without(Set<FeatureSchema> excluded) {
        if (excluded.isEmpty()) {
            return this;
        }
        List<FeatureBaseline> kept = new ArrayList<>();
        List<ReferenceWindow> keptWindows = new ArrayList<>();
        List<SliceBaseline> keptSlices = new ArrayList<>();
        for (Source source : Source.values()) {
            List<FeatureBaseline> all = features(source);
            int[] indices = IntStream.range(0, all.size())
                    .filter(i -> !excluded.contains(all.get(i).schema()))
                    .toArray();
            Arrays.stream(indices).mapToObj(all::get).forEach(kept::add);
            for (SliceBaseline slice : slices(source)) {
                keptSlices.add(
                        new SliceBaseline(source, slice.slice(), slice.definition(), kept(slice.totals(), indices)));
            }
            for (ReferenceWindow window : windows(source)) {
                List<Profile> profiles = kept(window.profiles(), indices);
                keptWindows.add(new ReferenceWindow(
                        source, window.startMs(), window.endMs(), profiles, window.count(), window.busy()));
            }
        }
        return of(model, version, windowSize, kept, keptWindows, keptSlices)
                .withAges(ages)
                .withContract(contract);
    }

    private static List<Profile> kept(List<Profile> profiles, int[] indices) {
        return Arrays.stream(indices).mapToObj(profiles::get).toList();
    }

    /** The same with features of a source that training did not have, behind the others; itself if there are none. */
    public Baseline withUntrained(List<FeatureBaseline> more) {
        if (more.isEmpty()) {
            return this;
        }
        List<FeatureBaseline> all = new ArrayList<>();
        List<ReferenceWindow> allWindows = new ArrayList<>();
        List<SliceBaseline> allSlices = new ArrayList<>();
        for (Source source : Source.values()) {
            List<FeatureBaseline> own =
                    more.stream().filter(f -> f.schema().source() == source).toList();
            List<Profile> nothing =
                    own.stream().<Profile>map(f -> f.layout().newProfile()).toList();
            all.addAll(features(source));
            all.addAll(own);
            for (ReferenceWindow w : windows(source)) {
                allWindows.add(new ReferenceWindow(
                        source, w.startMs(), w.endMs(), joined(w.profiles(), nothing), w.count(), w.busy()));
            }
            for (SliceBaseline slice : slices(source)) {
                allSlices.add(
                        new SliceBaseline(source, slice.slice(), slice.definition(), joined(slice.totals(), nothing)));
            }
        }
        return of(model, version, windowSize, all, allWindows, allSlices)
                .withAges(ages)
                .withContract(contract);
    }

    private static List<Profile> joined(List<Profile> some, List<Profile> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    /** Which features the model has, over all sources. */
    public DataSchema schema() {
        List<FeatureSchema> schemas = new ArrayList<>();
        for (Source source : Source.values()) {
            features(source).forEach(feature -> schemas.add(feature.schema()));
        }
        return new DataSchema(schemas);
    }

    private void checkWindows(Source source) {
        int profiles = features(source).size();
        long expectedStartMs = Long.MIN_VALUE;
        for (ReferenceWindow window : windows(source)) {
            if (window.profiles().size() != profiles) {
                throw new IllegalArgumentException("reference window of %s has %d profiles for %d features"
                        .formatted(source.word(), window.profiles().size(), profiles));
            }
            boolean adjacent = expectedStartMs == Long.MIN_VALUE || window.startMs() == expectedStartMs;
            if (!adjacent || window.endMs() - window.startMs() != windowSize.toMillis()) {
                throw new IllegalArgumentException(
                        "reference windows of %s must be adjacent and of size %s, got [%d, %d)"
                                .formatted(source.word(), windowSize, window.startMs(), window.endMs()));
            }
            expectedStartMs = window.endMs();
        }
    }

    private void checkSlices(Source source) {
        List<SliceBaseline> all = slices(source);
        long distinct = all.stream().map(SliceBaseline::slice).distinct().count();
        if (distinct < all.size()
                || all.stream()
                        .anyMatch(slice ->
                                slice.totals().size() != features(source).size())) {
            throw new IllegalArgumentException(
                    "slices of " + source.word() + " must have distinct names and a profile for each feature");
        }
    }
}
