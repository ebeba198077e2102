package io.streamgauge.topology.watermark;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.schemas.contract.Source;
import io.streamgauge.topology.partial.Accounting;
import io.streamgauge.topology.partial.Mark;
import io.streamgauge.topology.partial.SourcePartition;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatermarksTest {
    private static Mark mark(Mark.Kind kind, long watermarkMs) {
        return new Mark(new SourcePartition("m", Source.FEATURES, "t", 0), kind, watermarkMs, Accounting.NOTHING);
    }

    private static Mark at(long watermarkMs) {
        return mark(Mark.Kind.WATERMARK, watermarkMs);
    }

    private static final Mark IDLE = mark(Mark.Kind.IDLE, 5);
    private static final Mark ENDED = mark(Mark.Kind.ENDED, Long.MAX_VALUE);

    @Test
    void theSlowestPartitionDecides() {
        assertThat(Watermarks.ofSource(List.of(at(30), at(10), at(20)), 3)).isEqualTo(10);
    }

    @Test
    void aPartitionThatWasNotHeardOfHoldsEverythingBack() {
        assertThat(Watermarks.ofSource(List.of(at(30), at(10)), 3)).isEqualTo(Mark.UNKNOWN);
        assertThat(Watermarks.ofSource(List.of(), 1)).isEqualTo(Mark.UNKNOWN);
    }

    @Test
    void nobodyWaitsForIdleOrEndedPartitions() {
        assertThat(Watermarks.ofSource(List.of(at(30), IDLE), 2)).isEqualTo(30);
        assertThat(Watermarks.ofSource(List.of(at(30), ENDED), 2)).isEqualTo(30);
        assertThat(Watermarks.ofSource(List.of(ENDED, IDLE), 2)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void timeStandsStillWhenAllAreIdleAndIsOverWhenAllEnded() {
        assertThat(Watermarks.ofSource(List.of(IDLE, IDLE), 2)).isEqualTo(Mark.UNKNOWN);
        assertThat(Watermarks.ofSource(List.of(ENDED, ENDED), 2)).isEqualTo(Long.MAX_VALUE);
    }
}
