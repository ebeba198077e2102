package io.streamgauge.topology.local;

import io.streamgauge.topology.join.SideDefinition;
import io.streamgauge.topology.join.SideReader;
import io.streamgauge.topology.join.SideRecord;
import io.streamgauge.topology.join.SideRecord.Progress;
import io.streamgauge.topology.partial.Mark;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** One partition of one side of the join, on its own thread. */
final class LocalSide extends LocalFeed {
    private final SideReader reader;
    private List<SideRecord> open = new ArrayList<>();
    private long reachedMs = Mark.UNKNOWN;

    LocalSide(LocalInput input, SideDefinition definition, String topic, LocalOutput output) {
        super(input, topic);
        this.reader = SideReader.inMemory(definition, input.partition(), this::take, output::rejected, NO_WALL_CLOCK);
    }

    @Override
    public void process(
            long offset, long recordMs, byte @Nullable [] key, byte @Nullable [] value, @Nullable Headers headers) {
        reader.process(offset, recordMs, key, value, headers, NO_WALL_CLOCK);
    }

    /** Whether a side was waited for is in no log that outlives the pairs; here all are waited for. */
    @Override
    public void idle() {}

    /** Silence is no matter of pairs. */
    @Override
    public void silent(long untilMs) {}

    @Override
    void end() {
        reader.end();
    }

    private void take(SideRecord record) {
        open.add(record);
        if (record instanceof Progress progress) {
            boolean ended = progress.watermarkMs() == Long.MAX_VALUE;
            reachedMs = ended ? reachedMs : progress.watermarkMs();
            batches.put(Batch.ofSide(from, ended ? Mark.Kind.ENDED : Mark.Kind.WATERMARK, open, reachedMs));
            open = new ArrayList<>();
        }
    }
}
