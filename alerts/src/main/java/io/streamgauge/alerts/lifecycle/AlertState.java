package io.streamgauge.alerts.lifecycle;

import io.streamgauge.statistics.inference.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * Where one alert stands. Immutable; each state knows only its own next states. Windows without enough data say nothing: they
 * change no state and enter no history.
 */
public sealed interface AlertState {
    /** Verdicts of the last judged windows, oldest first. */
    List<Verdict> history();

    /** The state after one more window. */
    Step after(Verdict verdict, long windowStartMs, AlertPolicy policy);

    /** What nobody has heard of yet. */
    static AlertState quiet() {
        return new Quiet(List.of());
    }

    /** Nothing is wrong. */
    record Quiet(List<Verdict> history) implements AlertState {
        public Quiet {
            history = List.copyOf(history);
        }

        @Override
        public Step after(Verdict verdict, long windowStartMs, AlertPolicy policy) {
            if (verdict == Verdict.NOT_ENOUGH_DATA) {
                return Step.silent(this);
            }
            List<Verdict> seen = appended(history, verdict, policy.of());
            if (verdict != Verdict.MOVED) {
                return Step.silent(new Quiet(seen));
            }
            // An episode begins afresh: what moved before it was resolved or dropped and does not count again.
            return new Pending(windowStartMs, List.of()).after(verdict, windowStartMs, policy, true);
        }
    }

    /** A window moved; waiting for confirmation. */
    record Pending(long episodeStartMs, List<Verdict> history) implements AlertState {
        public Pending {
            history = List.copyOf(history);
        }

        @Override
        public Step after(Verdict verdict, long windowStartMs, AlertPolicy policy) {
            return verdict == Verdict.NOT_ENOUGH_DATA ? Step.silent(this) : after(verdict, windowStartMs, policy, false);
        }

        private Step after(Verdict verdict, long windowStartMs, AlertPolicy policy, boolean first) {
            List<Verdict> seen = appended(history, verdict, policy.of());
            long moved = seen.stream().filter(v -> v == Verdict.MOVED).count();
            if (moved >= policy.confirm()) {
                return new Step(new Firing(episodeStartMs, 0, seen), Phase.FIRING, episodeStartMs);
            }
            if (moved == 0) {
                return new Step(new Quiet(List.of()), Phase.RESOLVED, episodeStartMs);
            }
            var waiting = new Pending(episodeStartMs, seen);
            return first ? new Step(waiting, Phase.PENDING, episodeStartMs) : Step.silent(waiting);
        }
    }

    /**
     * Confirmed and not over.
     *
     * @param calm judged windows in a row that did not move
     */
    record Firing(long episodeStartMs, int calm, List<Verdict> history) implements AlertState {
        public Firing {
            history = List.copyOf(history);
        }

        @Override
        public Step after(Verdict verdict, long windowStartMs, AlertPolicy policy) {
            if (verdict == Verdict.NOT_ENOUGH_DATA) {
                return Step.silent(this);
            }
            List<Verdict> seen = appended(history, verdict, Math.max(policy.of(), policy.resolveAfter()));
            int calmNow = verdict == Verdict.MOVED ? 0 : calm + 1;
            return calmNow >= policy.resolveAfter()
                    ? new Step(new Quiet(List.of()), Phase.RESOLVED, episodeStartMs)
                    : Step.silent(new Firing(episodeStartMs, calmNow, seen));
        }
    }

    private static List<Verdict> appended(List<Verdict> history, Verdict verdict, int most) {
        var longer = new ArrayList<>(history);
        longer.add(verdict);
        return List.copyOf(longer.subList(Math.max(0, longer.size() - most), longer.size()));
    }
}
