package io.streamgauge.app.view;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/**
 * The current state of each alert and the last transitions. Open and resolved alerts have bounds of their own, so that a
 * flood of resolved ones cannot push out one that is firing. Not thread-safe.
 */
final class AlertBook {
    private static final Comparator<AlertRow> FIRING_FIRST = Comparator.<AlertRow>comparingInt(AlertBook::rank)
            .thenComparing(Comparator.comparingLong(AlertRow::windowEndMs).reversed())
            .thenComparing(AlertRow::fingerprint);

    private final BoundedMap<String, AlertRow> open;
    private final BoundedMap<String, AlertRow> resolved;
    private final Deque<AlertRow> transitions = new ArrayDeque<>();
    private final int transitionLimit;
    private long droppedTransitions;

    AlertBook(int alerts, int transitionLimit) {
        this.open = new BoundedMap<>(alerts);
        this.resolved = new BoundedMap<>(alerts);
        this.transitionLimit = transitionLimit;
    }

    void accept(AlertRow alert) {
        open.remove(alert.fingerprint());
        resolved.remove(alert.fingerprint());
        (alert.isResolved() ? resolved : open).put(alert.fingerprint(), alert);
        transitions.addFirst(alert);
        if (transitions.size() > transitionLimit) {
            transitions.removeLast();
            droppedTransitions++;
        }
    }

    /** Firing, then pending, then resolved; the latest window first within each. */
    List<AlertRow> current(AlertFilter filter, int limit) {
        return Stream.concat(open.values().stream(), resolved.values().stream())
                .filter(filter::accepts)
                .sorted(FIRING_FIRST)
                .limit(limit)
                .toList();
    }

    /** Newest first. */
    List<AlertRow> transitions(AlertFilter filter, int limit) {
        return transitions.stream().filter(filter::accepts).limit(limit).toList();
    }

    Stream<AlertRow> open() {
        return open.values().stream();
    }

    long droppedAlerts() {
        return open.dropped() + resolved.dropped();
    }

    long droppedTransitions() {
        return droppedTransitions;
    }

    private static int rank(AlertRow alert) {
        if (alert.isFiring()) {
            return 0;
        }
        return alert.isResolved() ? 2 : 1;
    }
}
