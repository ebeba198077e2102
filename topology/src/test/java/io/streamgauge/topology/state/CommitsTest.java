package io.streamgauge.topology.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.junit.jupiter.api.Test;

class CommitsTest {
    private final MockProcessorContext<String, String> context = new MockProcessorContext<>();
    private final LiveStore<byte[]> store = MemoryStores.store("store", LiveFormat.bytes());
    private final List<Long> intervals = new ArrayList<>();

    private Commits commits(long nowMs) {
        context.setCurrentSystemTimeMs(nowMs);
        store.init(context.getStateStoreContext(), store);
        return Commits.of(context, store, 1, intervals::add);
    }

    private boolean committedAt(long nowMs, Runnable action) {
        context.resetCommit();
        context.setCurrentSystemTimeMs(nowMs);
        action.run();
        return context.committed();
    }

    private void lookAt(long nowMs) {
        context.scheduledPunctuators().get(0).getPunctuator().punctuate(nowMs);
    }

    @Test
    void endOfAWindowIsCommittedAtOnceButNotMoreThanOnceASecond() {
        Commits commits = commits(5_000);

        assertThat(committedAt(5_000, commits::sentEndOfWindow)).isTrue();
        assertThat(committedAt(5_999, commits::sentEndOfWindow)).isFalse();
        assertThat(committedAt(6_000, commits::sentEndOfWindow)).isTrue();
    }

    @Test
    void anEndOfAWindowThatCameTooSoonIsCommittedAfterTheShortestInterval() {
        Commits commits = commits(5_000);
        lookAt(5_000);
        committedAt(5_000, commits::sentEndOfWindow);

        assertThat(committedAt(5_100, commits::sentEndOfWindow)).isFalse();
        assertThat(committedAt(5_499, () -> lookAt(5_499))).isFalse();
        assertThat(committedAt(5_500, () -> lookAt(5_500))).isTrue();
    }

    @Test
    void theTimeBetweenTwoWriteBacksIsTold() {
        commits(5_000);
        lookAt(5_000);
        store.put(Bytes.wrap(new byte[] {1}), new byte[] {1});
        store.flushCache();
        lookAt(5_700);
        lookAt(5_800);

        assertThat(intervals).containsExactly(700L);
    }
}
