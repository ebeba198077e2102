package io.streamgauge.checks;

import io.streamgauge.schemas.baseline.Baseline;
import io.streamgauge.schemas.baseline.FeatureBaseline;
import io.streamgauge.schemas.baseline.ReferenceWindow;
import io.streamgauge.schemas.baseline.SliceBaseline;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.statistics.profile.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the windows of one source are compared with: the baseline, its reference windows merged to the size of the windows to
 * judge. Order of features = order in the baseline.
 *
 * @param slices what the events of a slice looked like at training, one profile per feature
 * @param volumes how many events each of the reference windows had, in time order
 */
public record Reference(
        Source source,
        WindowSpec windows,
        String baselineId,
        List<FeatureReference> features,
        Map<String, List<Profile>> slices,
        List<Volume> volumes) {
    public Reference {
        features = List.copyOf(features);
        slices = Map.copyOf(slices);
        volumes = List.copyOf(volumes);
    }

    /** How many events a reference window had. */
    public record Volume(long startMs, long events) {}

    private record Merged(List<Profile> profiles, Volume volume) {}

    /**
     * Merges the baseline's reference windows to windows such as those to judge, from the first one that the baseline covers as a
     * whole: a half-filled day says nothing about whole ones. They never overlap, even if those to judge do, since what they had in
     * common would count twice in the dispersion.
     */
    public static Reference of(Baseline baseline, Source source, WindowSpec spec) {
        List<FeatureBaseline> features = baseline.features(source);
        List<Merged> windows = merged(baseline.windows(source), features, spec);
        var references = new ArrayList<FeatureReference>();
        for (int i = 0; i < features.size(); i++) {
            int feature = i;
            references.add(new FeatureReference(
                    features.get(i).schema(),
                    features.get(i).total(),
                    windows.stream()
                            .map(window -> window.profiles().get(feature))
                            .toList()));
        }
        Map<String, List<Profile>> slices =
                baseline.slices(source).stream().collect(Collectors.toMap(SliceBaseline::slice, SliceBaseline::totals));
        List<Volume> volumes = windows.stream().map(Merged::volume).toList();
        return new Reference(source, spec, baseline.id(), references, slices, volumes);
    }

    /** Whether the training data say how many events windows have, and none of those windows had none. */
    boolean neverEmpty() {
        return !volumes.isEmpty() && volumes.stream().allMatch(volume -> volume.events() > 0);
    }

    /** What the events of a slice looked like at training; null if the baseline does not know the slice. */
    @Nullable
    List<Profile> totals(String slice) {
        return slice.equals(Subject.ALL)
                ? features.stream().map(FeatureReference::total).toList()
                : slices.get(slice);
    }

    /** What the feature is compared with in a slice; null if the baseline does not know the slice. */
    @Nullable
    Profile total(int feature, String slice) {
        List<Profile> totals = slices.get(slice);
        if (slice.equals(Subject.ALL)) {
            return features.get(feature).total();
        }
        return totals == null ? null : totals.get(feature);
    }

    private static List<Merged> merged(List<ReferenceWindow> windows, List<FeatureBaseline> features, WindowSpec spec) {
        var merged = new ArrayList<Merged>();
        int next = 0;
        while (next < windows.size()) {
            Window span = spec.firstStartingFrom(windows.get(next).startMs());
            int first = firstFrom(windows, next, span.startMs());
            int end = firstFrom(windows, first, span.endMs());
            List<ReferenceWindow> parts = windows.subList(first, end);
            long covered = parts.stream()
                    .mapToLong(part -> part.endMs() - part.startMs())
                    .sum();
            if (covered >= span.sizeMs()) {
                long events = parts.stream().mapToLong(ReferenceWindow::count).sum();
                merged.add(new Merged(merge(parts, features), new Volume(span.startMs(), events)));
            }
            next = Math.max(end, next + 1);
        }
        return merged;
    }

    private static int firstFrom(List<ReferenceWindow> windows, int from, long startMs) {
        int i = from;
        while (i < windows.size() && windows.get(i).startMs() < startMs) {
            i++;
        }
        return i;
    }

    private static List<Profile> merge(List<ReferenceWindow> parts, List<FeatureBaseline> features) {
        var profiles = new ArrayList<Profile>();
        for (int i = 0; i < features.size(); i++) {
            Profile profile = features.get(i).layout().newProfile();
            for (ReferenceWindow part : parts) {
                profile.mergeFrom(part.profiles().get(i));
            }
            profiles.add(profile);
        }
        return profiles;
    }
}
