package io.streamgauge.schemas.serde;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** An instance for each thread that asks, the first one made at once so that a mistake shows at the start. Thread-safe. */
final class PerThread<T> {
    private final Queue<T> all = new ConcurrentLinkedQueue<>();
    private final ThreadLocal<T> own;

    PerThread(Supplier<T> make) {
        own = ThreadLocal.withInitial(() -> {
            T made = make.get();
            all.add(made);
            return made;
        });
        own.get();
    }

    T get() {
        return own.get();
    }

    /** Every instance made so far, each once. */
    void closeAll(Consumer<T> close) {
        for (T next = all.poll(); next != null; next = all.poll()) {
            close.accept(next);
        }
    }
}
