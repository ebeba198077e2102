package io.streamgauge.app.service;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FailureBudgetTest {
    private final List<Throwable> last = new ArrayList<>();
    private final List<Integer> pauses = new ArrayList<>();
    private final FailureBudget budget = new FailureBudget(last::add, pauses::add);

    @Test
    void whatMayPassGetsNewThreadsAfterGrowingPausesButNotForEver() {
        var brokerAway = new StreamsException(new TimeoutException("broker away"));
        for (int i = 0; i < 20; i++) {
            assertThat(budget.handle(brokerAway)).isEqualTo(REPLACE_THREAD);
        }
        assertThat(last).isEmpty();
        assertThat(pauses).startsWith(1, 2, 4, 8, 16, 32, 60, 60).hasSize(20);

        assertThat(budget.handle(brokerAway)).isEqualTo(SHUTDOWN_CLIENT);
        assertThat(last).singleElement().isInstanceOf(TimeoutException.class);
    }

    static List<Throwable> lasting() {
        return List.of(
                new IllegalStateException("ours"),
                new IllegalArgumentException("ours"),
                new TopicAuthorizationException("not allowed"),
                new FencedInstanceIdException("another took its place"),
                new OutOfMemoryError("heap"));
    }

    @ParameterizedTest
    @MethodSource("lasting")
    void whatCannotPassStopsAtOnceWithItsReason(Throwable cause) {
        assertThat(budget.handle(new StreamsException("wrapped", cause))).isEqualTo(SHUTDOWN_CLIENT);
        assertThat(last).containsExactly(cause);
    }
}
