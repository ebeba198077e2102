package io.streamgauge.topology.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.checks.Quiet;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.topology.partial.Accounting;
import io.streamgauge.topology.partial.Mark;
import io.streamgauge.topology.partial.Silence;
import io.streamgauge.topology.partial.SourcePartition;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SourceProgressTest {
    private static SourceProgress progress() {
        var progress = new SourceProgress();
        for (int partition : new int[] {11, 2}) {
            progress.marks.put(
                    partition,
                    new Mark(
                            new SourcePartition("m", Source.LABELS, "t", partition),
                            Mark.Kind.WATERMARK,
                            1000 + partition,
                            new Accounting(10, 7, 2, 1, 9)));
        }
        progress.afterClose.put(2, 3L);
        progress.nextPaneMs = 5;
        progress.firstPaneMs = 4;
        progress.newestEventMs = -6;
        progress.emptyPanes = 7;
        progress.ended = true;
        progress.quiet = new Quiet(1, 2, 3);
        progress.toldSilentSinceMs = 8;
        progress.toldSilentEndMs = 9;
        progress.silences.put(
                2, new Silence(new SourcePartition("m", Source.LABELS, "t", 2), 6, 7, 8, new TreeMap<>()));
        return progress;
    }

    @Test
    void readsWhatItWrote() {
        assertThat(SourceProgress.of(progress().toBytes()))
                .usingRecursiveComparison()
                .isEqualTo(progress());
        assertThat(SourceProgress.of(new SourceProgress().toBytes()))
                .usingRecursiveComparison()
                .isEqualTo(new SourceProgress());
    }

    @Test
    void eventsBehindAClosedPaneAreLateNotProfiled() {
        Accounting accounting = progress().accounting();

        assertThat(accounting).isEqualTo(new Accounting(20, 11, 7, 2, 9));
        assertThat(accounting.balances()).isTrue();
    }
}
