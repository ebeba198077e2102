package io.streamgauge.schemas.baseline;

import io.streamgauge.schemas.contract.Source;
import io.streamgauge.schemas.event.EventBuffer;
import io.streamgauge.schemas.slice.Slices;
import io.streamgauge.statistics.profile.Layout;
import io.streamgauge.statistics.profile.Profile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The third pass over the rows of one source: counts its slices, each combination of them once. */
final class SlicedTotals {
    private final Source source;
    private final Slices slices;
    private final List<Layout> layouts;
    private final Map<Long, List<Profile>> byCombination = new HashMap<>();

    SlicedTotals(Source source, Slices slices, List<Layout> layouts) {
        this.source = source;
        this.slices = slices;
        this.layouts = layouts;
    }

    boolean any() {
        return !slices.isEmpty();
    }

    void add(EventBuffer row) {
        List<Profile> profiles = byCombination.computeIfAbsent(slices.combinationOf(row), combination -> newProfiles());
        for (int slot = 0; slot < profiles.size(); slot++) {
            row.addTo(slot, profiles.get(slot));
        }
    }

    /** One for each slice, also for those that no row was in. */
    List<SliceBaseline> baselines() {
        var totals = new HashMap<String, List<Profile>>();
        byCombination.forEach((combination, profiles) -> slices.slicesOf(combination)
                .forEach(slice -> merge(profiles, totals.computeIfAbsent(slice, first -> newProfiles()))));
        var baselines = new ArrayList<SliceBaseline>();
        slices.definitions()
                .forEach((slice, definition) -> baselines.add(new SliceBaseline(
                        source, slice, definition, totals.computeIfAbsent(slice, first -> newProfiles()))));
        return baselines;
    }

    private static void merge(List<Profile> from, List<Profile> into) {
        for (int i = 0; i < into.size(); i++) {
            into.get(i).mergeFrom(from.get(i));
        }
    }

    private List<Profile> newProfiles() {
        return layouts.stream().map(Layout::newProfile).toList();
    }
}
