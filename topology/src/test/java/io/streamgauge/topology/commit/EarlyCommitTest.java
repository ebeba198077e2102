package io.streamgauge.topology.commit;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.junit.jupiter.api.Test;

class EarlyCommitTest {
    private final MockProcessorContext<String, String> context = new MockProcessorContext<>();

    @Test
    void endOfAWindowIsCommittedAtOnceButNotMoreThanOnceASecond() {
        context.setCurrentSystemTimeMs(5_000);
        var commit = new EarlyCommit(context);

        commit.request();
        assertThat(context.committed()).isTrue();

        context.resetCommit();
        context.setCurrentSystemTimeMs(5_999);
        commit.request();
        assertThat(context.committed()).isFalse();

        context.setCurrentSystemTimeMs(6_000);
        commit.request();
        assertThat(context.committed()).isTrue();
    }
}
