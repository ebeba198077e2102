package io.streamgauge.topology.local;

import io.streamgauge.topology.ingest.Ingest;
import io.streamgauge.topology.ingest.IngestDefinition;
import io.streamgauge.topology.ingest.IngestOutput;
import io.streamgauge.topology.partial.Mark;
import io.streamgauge.topology.partial.Shuffled;
import io.streamgauge.topology.partial.Silence;
import io.streamgauge.topology.state.MemoryState;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** The ingest step of one partition, on its own thread. */
final class LocalPartition extends LocalFeed {
    private final LocalOutput output;
    private final LogOrder logOrder;
    private final Ingest ingest;
    private List<Shuffled> open = new ArrayList<>();
    private long reachedMs = Mark.UNKNOWN;
    private long place = Long.MIN_VALUE;

    LocalPartition(LocalInput input, IngestDefinition definition, String topic, LocalOutput output, LogOrder logOrder) {
        super(input, topic);
        this.logOrder = logOrder;
        this.output = output;
        this.ingest = new Ingest(
                definition, input.partition(), new MemoryState<>(definition.name()), this::take, NO_WALL_CLOCK);
    }

    @Override
    public void process(
            long offset, long recordMs, byte @Nullable [] key, byte @Nullable [] value, @Nullable Headers headers) {
        ingest.process(offset, recordMs, key, value, headers, NO_WALL_CLOCK);
    }

    @Override
    public void idle() {
        ingest.idle();
    }

    @Override
    public void silent(long untilMs) {
        ingest.silent(untilMs);
    }

    @Override
    void end() {
        ingest.end();
    }

    private void take(IngestOutput out) {
        if (out instanceof IngestOutput.ToRejected rejected) {
            output.rejected(rejected.record());
        } else if (out instanceof IngestOutput.ToAssess toAssess) {
            open.add(toAssess.record());
            if (toAssess.record() instanceof Mark mark) {
                reachedMs = mark.kind() == Mark.Kind.ENDED ? reachedMs : mark.watermarkMs();
                putOpen(mark);
            } else if (toAssess.record() instanceof Silence silence) {
                putOpen(silence);
            }
        }
    }

    private void putOpen(Shuffled last) {
        place = Math.max(place, logOrder.placeOf(last));
        batches.put(Batch.of(last, open, place, reachedMs));
        open = new ArrayList<>();
    }
}
