package io.streamgauge.statistics.profile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.streamgauge.statistics.Fixtures;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** The hot path must not feed the garbage collector: one event has dozens of values. */
class AllocationTest {

    private static final int VALUES = 100_000;

    @Test
    void addingANumberDoesNotAllocate() {
        NumericProfile profile = Fixtures.DECIMALS.newProfile();

        assertThat(bytesAllocatedBy(() -> {
                    for (int i = 0; i < VALUES; i++) {
                        profile.add(i % 17 == 0 ? Double.NaN : i % 25 - 6);
                    }
                }))
                .isLessThan(VALUES);
    }

    @Test
    void addingAKnownValueOrAnOverflowingUnseenOneDoesNotAllocate() {
        CategoricalProfile profile = Fixtures.LETTERS.newProfile();
        for (int i = 0; i < 1000; i++) {
            profile.add("unseen" + i);
        }
        byte[] utf8 = "abcunseen77".getBytes(UTF_8);

        assertThat(bytesAllocatedBy(() -> {
                    for (int i = 0; i < VALUES; i++) {
                        profile.add(utf8, i % 3, 1);
                        profile.add(utf8, 3, 8);
                    }
                }))
                .isLessThan(VALUES);
    }

    private static long bytesAllocatedBy(Runnable work) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        work.run(); // class loading and the like
        long before = threads.getCurrentThreadAllocatedBytes();
        work.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
