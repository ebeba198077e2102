package io.streamgauge.topology.join;

import io.streamgauge.checks.valueskew.PairSample;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The first pairs of a pane by time, and the first that differ: the same ones whatever the order in which they came, unless more
 * pairs are taken back than there is room to spare. Mutable.
 */
final class PaneSamples implements JoinValue {
    private static final int MOST_BYTES = 60_000;
    private static final int BYTES_PER_PAIR_AND_FEATURE = 60;
    private static final int MOST_PAIRS = 256;
    private static final int LEAST_PAIRS = 12;
    private static final int TO_SPARE = 8;

    final TreeSet<PairSample> first = new TreeSet<>();
    final TreeSet<PairSample> differing = new TreeSet<>();
    long announced = -1;

    private static int capacity(int features) {
        int fits = MOST_BYTES / (BYTES_PER_PAIR_AND_FEATURE * Math.max(1, features));
        return Math.max(LEAST_PAIRS, Math.min(MOST_PAIRS, fits));
    }

    /** Whether a pair of this time could be among the first. */
    boolean wants(long timeMs, boolean differs, int features) {
        int most = capacity(features) + TO_SPARE;
        return isEarly(first, timeMs, most) || (differs && isEarly(differing, timeMs, most));
    }

    private static boolean isEarly(NavigableSet<PairSample> kept, long timeMs, int most) {
        return kept.size() < most || timeMs <= kept.last().timeMs();
    }

    void add(PairSample pair, boolean differs) {
        int most = capacity(pair.base().values().length) + TO_SPARE;
        add(first, pair, most);
        if (differs) {
            add(differing, pair, most);
        }
    }

    private static void add(NavigableSet<PairSample> kept, PairSample pair, int most) {
        kept.add(pair);
        if (kept.size() > most) {
            kept.pollLast();
        }
    }

    /** Takes back the pair of an identifier. */
    boolean remove(long timeMs, long high, long low) {
        Predicate<PairSample> theSame = each -> each.timeMs() == timeMs && each.high() == high && each.low() == low;
        boolean wasFirst = first.removeIf(theSame);
        return differing.removeIf(theSame) || wasFirst;
    }

    /** Each pair once, in the order of time. */
    List<PairSample> samples(int features) {
        var all = new TreeSet<PairSample>();
        first.stream().limit(capacity(features)).forEach(all::add);
        differing.stream().limit(capacity(features)).forEach(all::add);
        return new ArrayList<>(all);
    }
}
