package io.streamgauge.topology.simulation;

import io.streamgauge.topology.ingest.Ingest;
import io.streamgauge.topology.ingest.IngestDefinition;
import io.streamgauge.topology.ingest.IngestOutput;
import io.streamgauge.topology.partial.Mark;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Ingest of one input partition. */
final class IngestTask extends Task {
    private final IngestDefinition definition;
    private final int partition;
    private final List<Workload.Message> input;
    private final List<IngestOutput> outputs = new ArrayList<>();
    private Ingest ingest;
    private int limit;

    @SuppressWarnings("NullAway.Init") // startCore() comes first
    IngestTask(World world, IngestDefinition definition, int partition, List<Workload.Message> input) {
        super("ingest-" + partition, world, definition.stores());
        this.definition = definition;
        this.partition = partition;
        this.input = input;
    }

    int partition() {
        return partition;
    }

    /** How much of the input has been written so far. */
    void limit(int records) {
        limit = records;
    }

    @Override
    void startCore() {
        ingest = new Ingest(definition, partition, state(), outputs::add, world().wallMs());
    }

    @Override
    boolean step() {
        if (position() >= limit) {
            return false;
        }
        Workload.Message next = input.get(position());
        ingest.process(position(), next.recordMs(), null, next.value(), next.headers(), world().wallMs());
        moveTo(position() + 1);
        send();
        return true;
    }

    /** The service settles at the end of each batch; as late as possible is the hardest case. */
    @Override
    void settle() {
        if (world().mutant() != Mutant.NOT_SETTLED) {
            ingest.settle();
        }
    }

    void punctuate() {
        ingest.lookForSilence(world().wallMs());
        send();
    }

    private void send() {
        if (world().mutant() == Mutant.MARK_BEFORE_PARTIALS) {
            outputs.sort(Comparator.comparing(output -> isMark(output) ? 0 : 1));
        }
        if (world().mutant() == Mutant.WAKING_NOT_SAID && outputs.size() == 1) {
            outputs.removeIf(IngestTask::saysAwake);
        }
        for (IngestOutput output : outputs) {
            if (output instanceof IngestOutput.ToAssess out) {
                instance().send(world().broker().partials, out.record());
            } else if (output instanceof IngestOutput.ToRejected out) {
                instance().send(world().broker().rejected, out.record());
            }
        }
        outputs.clear();
    }

    private static boolean isMark(IngestOutput output) {
        return output instanceof IngestOutput.ToAssess out && out.record() instanceof Mark;
    }

    private static boolean saysAwake(IngestOutput output) {
        return output instanceof IngestOutput.ToAssess out
                && out.record() instanceof Mark mark
                && mark.kind() == Mark.Kind.WATERMARK;
    }
}
