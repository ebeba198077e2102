package io.streamgauge.topology.ingest;

import io.streamgauge.schemas.event.EventBuffer;
import io.streamgauge.schemas.slice.Slices;
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
    private final Function<String, WaitingRows.Into> profilesOf;

    private final int mostCombinations;
    /** Combinations in the store, also those that were counted before the last write-back. */
    private final Set<String> kept;

    private final Map<Long, WaitingRows.Into> byCombination = new HashMap<>();
    private final Map<String, WaitingRows.Into> bySlice = new HashMap<>();
    private long lastCombination;
    private WaitingRows.@Nullable Into last;

    /** @param kept names of the combinations in the store; grows with them */
    SlicedProfiles(
            Slices slices, int mostCombinations, Set<String> kept, Function<String, WaitingRows.Into> profilesOf) {
        this.slices = slices;
        this.kept = kept;
        this.profilesOf = profilesOf;
        this.mostCombinations = mostCombinations;
    }

    /** How many combinations are kept apart for so many features. */
    static int mostCombinations(int features) {
        return Math.max(FEWEST_COMBINATIONS, MOST_PROFILES / Math.max(1, features));
    }

    /** Counts the current row of the buffer, or lets it wait. */
    void add(EventBuffer event) {
        long combination = slices.combinationOf(event);
        WaitingRows.Into profiles = last;
        if (profiles == null || combination != lastCombination) {
            profiles = find(combination);
        }
        if (profiles == null) {
            addApart(combination);
        } else {
            lastCombination = combination;
            last = profiles;
            profiles.add();
        }
    }

    private WaitingRows.@Nullable Into find(long combination) {
        WaitingRows.Into known = byCombination.get(combination);
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

    private void addApart(long combination) {
        byCombination
                .computeIfAbsent(0L, none -> profilesOf.apply(Combination.of(List.of())))
                .add();
        for (String slice : slices.slicesOf(combination)) {
            bySlice.computeIfAbsent(slice, name -> profilesOf.apply(Combination.only(name)))
                    .add();
        }
    }
}
