package io.streamgauge.topology.ingest;

import io.streamgauge.schemas.event.EventBuffer;
import io.streamgauge.schemas.slice.Slices;
import io.streamgauge.statistics.profile.Profile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The profiles of one version in one open pane. An event is counted once, whatever the number of slices that it is in: profiles are
 * kept for each combination of slices that occurs, and summed to slices when the pane is complete.
 *
 * <p>Combinations may be many. Beyond {@link #mostCombinations} an event of a new one is counted among the events of no slice, and once
 * more for each of its slices. The sums are the same, so that it does not matter which combinations came first.
 */
final class SlicedProfiles {
    /** About 200 MB at 64 bins. */
    private static final int MOST_PROFILES = 200_000;

    private static final int FEWEST_COMBINATIONS = 16;

    private final Slices slices;
    /** Finds, or makes, the profiles of a {@link Combination} in the store. */
    private final Function<String, Profile[]> profilesOf;

    private final int mostCombinations;
    /** Combinations in the store, also those that were counted before the last write-back. */
    private final Set<String> kept;

    private final Map<Long, Profile[]> byCombination = new HashMap<>();
    private final Map<String, Profile[]> bySlice = new HashMap<>();
    private long lastCombination;
    private Profile @Nullable [] last;

    /** @param kept names of the combinations in the store; grows with them */
    SlicedProfiles(Slices slices, int mostCombinations, Set<String> kept, Function<String, Profile[]> profilesOf) {
        this.slices = slices;
        this.kept = kept;
        this.profilesOf = profilesOf;
        this.mostCombinations = mostCombinations;
    }

    /** How many combinations are kept apart for so many features. */
    static int mostCombinations(int features) {
        return Math.max(FEWEST_COMBINATIONS, MOST_PROFILES / Math.max(1, features));
    }

    void add(EventBuffer event) {
        long combination = slices.combinationOf(event);
        Profile[] profiles = last;
        if (profiles == null || combination != lastCombination) {
            profiles = find(combination);
        }
        if (profiles == null) {
            addApart(event, combination);
        } else {
            lastCombination = combination;
            last = profiles;
            add(event, profiles);
        }
    }

    private Profile @Nullable [] find(long combination) {
        Profile[] known = byCombination.get(combination);
        if (known == null) {
            String name = Combination.of(slices.slicesOf(combination));
            if (combination == 0 || kept.contains(name) || kept.size() < mostCombinations) {
                kept.add(name);
                known = profilesOf.apply(name);
                byCombination.put(combination, known);
            }
        }
        return known;
    }

    private void addApart(EventBuffer event, long combination) {
        add(event, byCombination.computeIfAbsent(0L, none -> profilesOf.apply(Combination.of(List.of()))));
        for (String slice : slices.slicesOf(combination)) {
            add(event, bySlice.computeIfAbsent(slice, name -> profilesOf.apply(Combination.only(name))));
        }
    }

    private static void add(EventBuffer event, Profile[] profiles) {
        for (int slot = 0; slot < profiles.length; slot++) {
            event.addTo(slot, profiles[slot]);
        }
    }
}
