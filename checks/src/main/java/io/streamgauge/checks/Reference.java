package io.streamgauge.checks;

import io.streamgauge.schemas.baseline.Baseline;
import io.streamgauge.schemas.baseline.FeatureBaseline;
import io.streamgauge.schemas.baseline.ReferenceWindow;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.statistics.profile.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * What the windows of one source are compared with: the baseline, its reference windows merged to the size of the windows to
 * judge. Order of features = order in the baseline.
 */
public record Reference(Source source, long windowSizeMs, String baselineId, List<FeatureReference> features) {
    public Reference {
        features = List.copyOf(features);
    }

    /**
     * Merges the baseline's reference windows to {@code windowSizeMs}. Windows at either end that the baseline covers only in
     * part are left out, since a half-filled day says nothing about whole ones.
     */
    public static Reference of(Baseline baseline, Source source, long windowSizeMs) {
        List<FeatureBaseline> features = baseline.features(source);
        List<List<Profile>> windows = merged(baseline.windows(source), features, windowSizeMs);
        var references = new ArrayList<FeatureReference>();
        for (int i = 0; i < features.size(); i++) {
            int feature = i;
            references.add(new FeatureReference(
                    features.get(i).schema(),
                    features.get(i).total(),
                    windows.stream().map(profiles -> profiles.get(feature)).toList()));
        }
        return new Reference(source, windowSizeMs, baseline.id(), references);
    }

    private static List<List<Profile>> merged(
            List<ReferenceWindow> windows, List<FeatureBaseline> features, long sizeMs) {
        var bySpan = new TreeMap<Long, List<ReferenceWindow>>();
        for (ReferenceWindow window : windows) {
            bySpan.computeIfAbsent(Math.floorDiv(window.startMs(), sizeMs) * sizeMs, start -> new ArrayList<>())
                    .add(window);
        }
        var merged = new ArrayList<List<Profile>>();
        bySpan.forEach((start, parts) -> {
            long covered = parts.stream()
                    .mapToLong(part -> part.endMs() - part.startMs())
                    .sum();
            if (covered >= sizeMs) {
                merged.add(merge(parts, features));
            }
        });
        return merged;
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
