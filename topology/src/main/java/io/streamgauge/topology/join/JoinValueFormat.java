package io.streamgauge.topology.join;

import io.streamgauge.checks.valueskew.SideCounts;
import io.streamgauge.topology.join.SideRecord.Progress;
import io.streamgauge.topology.join.SideRecord.Row;
import io.streamgauge.topology.partial.PairSampleFormat;
import io.streamgauge.topology.state.LiveFormat;
import io.streamgauge.topology.state.StateReader;
import io.streamgauge.topology.state.StateWriter;
import org.apache.kafka.common.utils.Bytes;

/** Values of the join's store as bytes; the kind is in the key. */
final class JoinValueFormat implements LiveFormat<JoinValue> {
    private static final int VERSION = 1;

    @Override
    public byte[] write(JoinValue value) {
        var out = new StateWriter().tag(VERSION);
        if (value instanceof GroupChunk chunk) {
            out.number(chunk.groups.size());
            chunk.groups.forEach(group -> write(out, group));
        } else if (value instanceof JoinProgress progress) {
            out.number(progress.watermarkMs).tag(progress.idle ? 1 : 0);
            out.number(progress.read).number(progress.late).number(progress.sides.size());
            progress.sides.values().forEach(side -> SideRecordFormat.write(out, side));
        } else if (value instanceof PaneCounts counts) {
            write(out, counts.outcomes);
            write(out, counts.latencies);
            out.number(counts.pairs);
            out.number(counts.serving.unmatched()).number(counts.serving.ambiguous());
            out.number(counts.training.unmatched()).number(counts.training.ambiguous());
        } else if (value instanceof PaneSamples samples) {
            PairSampleFormat.write(out, samples.first);
            PairSampleFormat.write(out, samples.differing);
        }
        return out.toBytes();
    }

    private static void write(StateWriter out, long[] numbers) {
        out.number(numbers.length);
        for (long number : numbers) {
            out.number(number);
        }
    }

    private static void write(StateWriter out, Group group) {
        out.number(group.high).number(group.low).number(group.firstMs).number(group.lastMs);
        out.number(group.serving).number(group.training);
        byte[] outcomes = group.outcomes;
        out.tag(group.waiting != null ? 2 : outcomes != null ? 1 : 0);
        if (group.waiting != null) {
            SideRecordFormat.write(out, group.waiting);
        } else if (outcomes != null) {
            out.bytes(outcomes);
        }
    }

    @Override
    public JoinValue read(Bytes key, byte[] bytes) {
        var in = new StateReader(bytes, "a value of the join's store").expectVersion(VERSION);
        return switch (JoinKeys.kind(key)) {
            case JoinKeys.PROGRESS -> progress(in);
            case JoinKeys.CHUNK -> chunk(key, in);
            case JoinKeys.COUNTS -> counts(in);
            case JoinKeys.SAMPLES -> samples(in);
            default -> throw new IllegalArgumentException("a key of the join's store has an unknown kind");
        };
    }

    private static JoinProgress progress(StateReader in) {
        var progress = new JoinProgress();
        progress.watermarkMs = in.number();
        progress.idle = in.tag() == 1;
        progress.read = in.number();
        progress.late = in.number();
        for (int left = in.integer(); left > 0; left--) {
            var side = (Progress) SideRecordFormat.read(in);
            progress.sides.put(side.from(), side);
        }
        return progress;
    }

    private static GroupChunk chunk(Bytes key, StateReader in) {
        var chunk = new GroupChunk(key);
        for (int left = in.integer(); left > 0; left--) {
            var group = new Group(in.number(), in.number(), in.number(), in.number());
            group.serving = in.integer();
            group.training = in.integer();
            int holds = in.tag();
            if (holds == 2) {
                group.waiting = (Row) SideRecordFormat.read(in);
            } else if (holds == 1) {
                group.outcomes = in.bytes();
            }
            chunk.add(group);
        }
        return chunk;
    }

    private static PaneCounts counts(StateReader in) {
        var counts = PaneCounts.ofCounters(in.integer());
        for (int i = 0; i < counts.outcomes.length; i++) {
            counts.outcomes[i] = in.number();
        }
        int latencies = in.integer();
        for (int i = 0; i < latencies; i++) {
            counts.latencies[i] = in.number();
        }
        counts.pairs = in.number();
        counts.serving = new SideCounts(in.number(), in.number());
        counts.training = new SideCounts(in.number(), in.number());
        return counts;
    }

    private static PaneSamples samples(StateReader in) {
        var samples = new PaneSamples();
        samples.first.addAll(PairSampleFormat.read(in));
        samples.differing.addAll(PairSampleFormat.read(in));
        return samples;
    }
}
