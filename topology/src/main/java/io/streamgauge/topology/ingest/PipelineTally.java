package io.streamgauge.topology.ingest;

import io.streamgauge.checks.Dependency;
import io.streamgauge.checks.OffsetRange;
import io.streamgauge.checks.PipelineCounts;
import io.streamgauge.checks.SequenceCounts;
import io.streamgauge.schemas.event.EventBuffer;
import io.streamgauge.topology.partial.SourcePartition;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts, within one pane of one partition, by which ways the records came. Mutable; lives in the store of its task. */
final class PipelineTally {
    private final TreeMap<Dependency, Dependency.Sighting> seen = new TreeMap<>();
    private final TreeMap<String, Sequence> producers = new TreeMap<>();
    private long unnamed;
    /** The one that the last event had; most have the same. */
    private int lastSchema = EventBuffer.NO_SCHEMA;

    private @Nullable String lastProducer;

    private static final class Sequence {
        private long received;
        private long lost;
        private long repeated;
        private long reordered;
        private final List<OffsetRange> evidence = new ArrayList<>();
    }

    /** Whether the schema is not the one of the event before. */
    boolean isOther(int schema) {
        return schema != lastSchema;
    }

    /** @param note what is different with it */
    void schema(int id, String note, SourcePartition from, long offset) {
        if (sighted(Dependency.Kind.SCHEMA, Integer.toString(id), note, from, offset)) {
            lastSchema = id;
        }
    }

    void version(String version, SourcePartition from, long offset) {
        sighted(Dependency.Kind.VERSION, version, "", from, offset);
    }

    void producer(String producer, SourcePartition from, long offset) {
        if (!producer.equals(lastProducer) && sighted(Dependency.Kind.PRODUCER, producer, "", from, offset)) {
            lastProducer = producer;
        }
    }

    /** Counts the first ones of each kind, and the events of further ones. @return whether this is one of the first */
    private boolean sighted(Dependency.Kind kind, String name, String note, SourcePartition from, long offset) {
        var dependency = new Dependency(kind, name);
        if (seen.containsKey(dependency)) {
            return true;
        }
        if (seen.keySet().stream().filter(one -> one.kind() == kind).count() >= PipelineCounts.MOST_OF_A_KIND) {
            unnamed++;
            return false;
        }
        seen.put(dependency, new Dependency.Sighting(place(from, offset), note));
        return true;
    }

    /** Counts a record with a number. */
    void numbered(String producer, Sequences.Step step, SourcePartition from, long offset) {
        Sequence sequence = of(producer);
        if (sequence == null) {
            return;
        }
        sequence.received++;
        sequence.lost += step.passedOver();
        sequence.repeated += step.kind() == Sequences.Kind.REPEATED ? 1 : 0;
        sequence.reordered += step.kind() == Sequences.Kind.REORDERED ? 1 : 0;
        boolean tells = step.passedOver() > 0 || step.kind() != Sequences.Kind.NEXT;
        if (tells && sequence.evidence.size() < SequenceCounts.MOST_EVIDENCE) {
            sequence.evidence.add(place(from, offset));
        }
    }

    /** One of those that seemed lost came while the pane is open. */
    void found(String producer) {
        Sequence sequence = of(producer);
        if (sequence != null) {
            sequence.lost--;
        }
    }

    private @Nullable Sequence of(String producer) {
        Sequence known = producers.get(producer);
        if (known == null && producers.size() < PipelineCounts.MOST_PRODUCERS) {
            known = new Sequence();
            producers.put(producer, known);
        }
        return known;
    }

    private static OffsetRange place(SourcePartition from, long offset) {
        return new OffsetRange(from.topic(), from.partition(), offset, offset);
    }

    PipelineCounts counts() {
        if (seen.isEmpty() && producers.isEmpty()) {
            return PipelineCounts.NONE;
        }
        var counts = new TreeMap<String, SequenceCounts>();
        producers.forEach((producer, sequence) -> counts.put(
                producer,
                new SequenceCounts(
                        sequence.received, sequence.lost, sequence.repeated, sequence.reordered, sequence.evidence)));
        return new PipelineCounts(seen, unnamed, counts);
    }

    static PipelineTally of(PipelineCounts counts) {
        var tally = new PipelineTally();
        tally.seen.putAll(counts.dependencies());
        tally.unnamed = counts.unnamed();
        counts.producers().forEach((producer, counted) -> {
            var sequence = new Sequence();
            sequence.received = counted.received();
            sequence.lost = counted.lost();
            sequence.repeated = counted.repeated();
            sequence.reordered = counted.reordered();
            sequence.evidence.addAll(counted.evidence());
            tally.producers.put(producer, sequence);
        });
        return tally;
    }
}
