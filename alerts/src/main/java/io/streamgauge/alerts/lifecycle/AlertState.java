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

    /** Whether the state is what an alert starts in, so that it need not be kept. */
    default boolean isForgettable() {
        return this instanceof Quiet;
    }

    /** What nobody has heard of yet. */
    static AlertState quiet() {
        return new Quiet();
    }

    /** Nothing is wrong. An episode begins afresh: what moved before it was resolved or dropped and does not count again. */
    record Quiet() implements AlertState {
        @Override
        public List<Verdict> history() {
            return List.of();
        }

        @Override
        public Step after(Verdict verdict, long windowStartMs, AlertPolicy policy) {
            return verdict == Verdict.MOVED ? Pending.begun(windowStartMs, policy) : Step.silent(this);
        }
    }

    /** A window moved; waiting for confirmation. */
    record Pending(long episodeStartMs, List<Verdict> history) implements AlertState {
        public Pending {
            history = List.copyOf(history);
        }

        /** The first window of an episode may confirm it at once. */
        private static Step begun(long episodeStartMs, AlertPolicy policy) {
            List<Verdict> seen = List.of(Verdict.MOVED);
            return policy.confirm() == 1
                    ? new Step(new Firing(episodeStartMs, 0, seen), Phase.FIRING, episodeStartMs)
                    : new Step(new Pending(episodeStartMs, seen), Phase.PENDING, episodeStartMs);
        }

        @Override
        public Step after(Verdict verdict, long windowStartMs, AlertPolicy policy) {
            if (verdict == Verdict.NOT_ENOUGH_DATA) {
                return Step.silent(this);
            }
            List<Verdict> seen = appended(history, verdict, policy.of());
            long moved = seen.stream().filter(v -> v == Verdict.MOVED).count();
            if (moved >= policy.confirm()) {
                return new Step(new Firing(episodeStartMs, 0, seen), Phase.FIRING, episodeStartMs);
            }
            return moved == 0
                    ? new Step(new Quiet(), Phase.RESOLVED, episodeStartMs)
                    : Step.silent(new Pending(episodeStartMs, seen));
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
                    ? new Step(new Quiet(), Phase.RESOLVED, episodeStartMs)
                    : Step.silent(new Firing(episodeStartMs, calmNow, seen));
        }
    }

    private static List<Verdict> appended(List<Verdict> history, Verdict verdict, int most) {
        var longer = new ArrayList<>(history);
        longer.add(verdict);
        return List.copyOf(longer.subList(Math.max(0, longer.size() - most), longer.size()));
    }
}
