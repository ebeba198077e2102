package io.streamgauge.topology.partial;

import io.streamgauge.checks.Dependency;
import io.streamgauge.checks.OffsetRange;
import io.streamgauge.checks.PipelineCounts;
import io.streamgauge.checks.SequenceCounts;
import io.streamgauge.topology.state.StateReader;
import io.streamgauge.topology.state.StateWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** {@link PipelineCounts} as a part of a larger value. */
public final class PipelineCountsFormat {
    private static final int VERSION = 1;
    private static final int SCHEMA = 0;
    private static final int MODEL_VERSION = 1;
    private static final int PRODUCER = 2;

    private PipelineCountsFormat() {}

    /** On their own, behind a version; no bytes if there are none. */
    public static byte[] toBytes(PipelineCounts counts) {
        if (counts.equals(PipelineCounts.NONE)) {
            return new byte[0];
        }
        var out = new StateWriter().tag(VERSION);
        write(out, counts);
        return out.toBytes();
    }

    /** What {@link #toBytes} wrote. */
    public static PipelineCounts of(byte[] bytes) {
        return bytes.length == 0
                ? PipelineCounts.NONE
                : read(new StateReader(bytes, "how the records of a pane came").expectVersion(VERSION));
    }

    public static void write(StateWriter out, PipelineCounts counts) {
        out.number(counts.dependencies().size());
        counts.dependencies().forEach((dependency, sighting) -> {
            dependency(out, dependency);
            place(out, sighting.first());
            out.text(sighting.note());
        });
        out.number(counts.unnamed()).number(counts.producers().size());
        counts.producers().forEach((producer, sequence) -> {
            out.text(producer).number(sequence.received()).number(sequence.lost());
            out.number(sequence.repeated()).number(sequence.reordered());
            out.number(sequence.evidence().size());
            sequence.evidence().forEach(range -> place(out, range));
        });
    }

    /** As {@link #read}, of state that an earlier release may have written. */
    public static PipelineCounts readIfAny(StateReader in) {
        return in.hasMore() ? read(in) : PipelineCounts.NONE;
    }

    /** @throws IllegalArgumentException if the bytes are not of this format */
    public static PipelineCounts read(StateReader in) {
        var dependencies = new TreeMap<Dependency, Dependency.Sighting>();
        for (int left = in.integer(); left > 0; left--) {
            dependencies.put(dependency(in), new Dependency.Sighting(place(in), in.text()));
        }
        long unnamed = in.number();
        var producers = new TreeMap<String, SequenceCounts>();
        for (int left = in.integer(); left > 0; left--) {
            producers.put(
                    in.text(),
                    new SequenceCounts(in.number(), in.number(), in.number(), in.number(), places(in, in.integer())));
        }
        return new PipelineCounts(dependencies, unnamed, producers);
    }

    /** Appends a dependency. */
    public static void dependency(StateWriter out, Dependency dependency) {
        out.tag(
                        switch (dependency.kind()) {
                            case SCHEMA -> SCHEMA;
                            case VERSION -> MODEL_VERSION;
                            case PRODUCER -> PRODUCER;
                        })
                .text(dependency.name());
    }

    /** Reads what {@link #dependency(StateWriter, Dependency)} wrote. */
    public static Dependency dependency(StateReader in) {
        int kind = in.tag();
        return new Dependency(
                switch (kind) {
                    case SCHEMA -> Dependency.Kind.SCHEMA;
                    case MODEL_VERSION -> Dependency.Kind.VERSION;
                    case PRODUCER -> Dependency.Kind.PRODUCER;
                    default -> throw new IllegalArgumentException("a dependency has unknown kind " + kind);
                },
                in.text());
    }

    private static List<OffsetRange> places(StateReader in, int count) {
        var places = new ArrayList<OffsetRange>();
        for (int i = 0; i < count; i++) {
            places.add(place(in));
        }
        return places;
    }

    private static void place(StateWriter out, OffsetRange place) {
        out.text(place.topic()).number(place.partition());
        out.number(place.firstOffset()).number(place.lastOffset());
    }

    private static OffsetRange place(StateReader in) {
        return new OffsetRange(in.text(), in.integer(), in.number(), in.number());
    }
}
