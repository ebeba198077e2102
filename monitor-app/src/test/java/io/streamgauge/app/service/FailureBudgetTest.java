package io.streamgauge.app.service;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FailureBudgetTest {
    private final List<Throwable> last = new ArrayList<>();
    private final FailureBudget budget = new FailureBudget(last::add);

    @Test
    void whatMayPassGetsANewThreadAFewTimes() {
        for (int i = 0; i < 5; i++) {
            assertThat(budget.handle(new StreamsException(new TimeoutException("broker away"))))
                    .isEqualTo(REPLACE_THREAD);
        }
        assertThat(last).isEmpty();

        assertThat(budget.handle(new StreamsException(new TimeoutException("broker away"))))
                .isEqualTo(SHUTDOWN_CLIENT);
        assertThat(last).singleElement().isInstanceOf(TimeoutException.class);
    }

    static List<Throwable> lasting() {
        return List.of(
                new IllegalStateException("ours"),
                new IllegalArgumentException("ours"),
                new TopicAuthorizationException("not allowed"),
                new OutOfMemoryError("heap"));
    }

    @ParameterizedTest
    @MethodSource("lasting")
    void whatCannotPassStopsAtOnceWithItsReason(Throwable cause) {
        assertThat(budget.handle(new StreamsException("wrapped", cause))).isEqualTo(SHUTDOWN_CLIENT);
        assertThat(last).containsExactly(cause);
    }
}
