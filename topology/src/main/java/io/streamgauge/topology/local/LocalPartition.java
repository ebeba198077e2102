package io.streamgauge.topology.local;

import io.streamgauge.topology.ingest.Ingest;
import io.streamgauge.topology.ingest.IngestDefinition;
import io.streamgauge.topology.ingest.IngestOutput;
import io.streamgauge.topology.partial.Mark;
import io.streamgauge.topology.partial.Shuffled;
import io.streamgauge.topology.partial.Silence;
import io.streamgauge.topology.partial.SourcePartition;
import io.streamgauge.topology.state.MemoryState;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** The ingest step of one partition, on its own thread; its batches wait in a short queue until their turn comes. */
final class LocalPartition implements LocalReader, LocalFeed {
    /** The wall clock plays no part. */
    private static final long NO_WALL_CLOCK = 0;

    private final LocalInput input;
    private final LocalOutput output;
    private final LogOrder logOrder;
    private final SourcePartition from;
    private final Ingest ingest;
    private final BatchQueue batches = new BatchQueue();
    private List<Shuffled> open = new ArrayList<>();
    private long reachedMs = Mark.UNKNOWN;
    private long place = Long.MIN_VALUE;

    LocalPartition(LocalInput input, IngestDefinition definition, String topic, LocalOutput output, LogOrder logOrder) {
        this.input = input;
        this.logOrder = logOrder;
        this.output = output;
        this.from = new SourcePartition(input.model(), input.source(), topic, input.partition());
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
    public void run() {
        try {
            input.feed(this);
            ingest.end();
        } catch (InterruptedException | CancellationException e) {
            Thread.currentThread().interrupt(); // nobody listens any more
        } catch (Throwable e) { // whatever it is, the run must end with it rather than wait for ever
            batches.put(Batch.failed(from, e));
        }
    }

    @Override
    public Batch next() throws InterruptedException {
        return batches.take();
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
