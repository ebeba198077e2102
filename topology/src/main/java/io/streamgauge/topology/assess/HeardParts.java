package io.streamgauge.topology.assess;

import io.streamgauge.checks.Part;
import io.streamgauge.checks.Subject;
import io.streamgauge.schemas.decode.AgeField;
import io.streamgauge.statistics.profile.Profile;
import io.streamgauge.topology.partial.ProfilesPartial;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/** Which parts of a source does a closed pane hold something of? */
record HeardParts(AssessedSource source, PaneSummary summary, SortedMap<VersionSlice, List<Profile>> profiles) {
    /** Whether the pane holds anything that parts of this kind are parts of. */
    boolean any(Part kind) {
        return switch (kind) {
            case PARTITION, VERSION -> summary.profiled() > 0;
            case SLICE, FEATURE -> count(VersionSlice.whole(source.baselineVersion())) > 0;
        };
    }

    Set<String> names(Part kind) {
        var names = new TreeSet<String>();
        switch (kind) {
            case PARTITION ->
                summary.partitions().slots().stream().forEach(partition -> names.add(Integer.toString(partition)));
            case VERSION ->
                profiles.keySet().stream()
                        .filter(part -> part.slice().equals(Subject.ALL) && count(part) > 0)
                        .filter(part -> !part.version().equals(ProfilesPartial.OTHER_VERSION))
                        .forEach(part -> names.add(part.version()));
            case SLICE ->
                profiles.keySet().stream()
                        .filter(part -> part.version().equals(source.baselineVersion()) && count(part) > 0)
                        .filter(part -> !part.slice().equals(Subject.ALL))
                        .forEach(part -> names.add(part.slice()));
            case FEATURE -> addFeatures(names);
        }
        return names;
    }

    private long count(VersionSlice part) {
        List<Profile> all = profiles.getOrDefault(part, List.of());
        return all.isEmpty() ? 0 : all.get(0).count();
    }

    private void addFeatures(Set<String> names) {
        List<Profile> own = profiles.getOrDefault(VersionSlice.whole(source.baselineVersion()), List.of());
        for (int i = 0; i < own.size(); i++) {
            Profile profile = own.get(i);
            boolean any = profile.count() - profile.missing() - profile.mistyped() > 0;
            if (any && !AgeField.isOne(source.features().get(i).schema())) {
                names.add(source.features().get(i).schema().name());
            }
        }
    }
}
