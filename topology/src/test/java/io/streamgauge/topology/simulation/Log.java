package io.streamgauge.topology.simulation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A topic of one partition as a reader of committed records sees it: it waits at the first open transaction. */
final class Log<T> {
    private record Entry<T>(T value, Transaction transaction) {}

    private final List<Entry<T>> entries = new ArrayList<>();

    void append(T value, Transaction transaction) {
        entries.add(new Entry<>(value, transaction));
    }

    /** The next committed record at or after an offset, null if there is none yet. */
    @Nullable
    Found<T> next(int offset) {
        for (int at = offset; at < entries.size(); at++) {
            Entry<T> entry = entries.get(at);
            if (entry.transaction().isOpen()) {
                return null;
            }
            if (entry.transaction().isCommitted()) {
                return new Found<>(at, entry.value());
            }
        }
        return null;
    }

    record Found<T>(int offset, T value) {}

    List<T> committed() {
        return entries.stream()
                .filter(entry -> entry.transaction().isCommitted())
                .map(Entry::value)
                .toList();
    }
}
