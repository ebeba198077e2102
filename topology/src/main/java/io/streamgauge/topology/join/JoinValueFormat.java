package io.streamgauge.topology.join;

import io.streamgauge.checks.valueskew.SideCounts;
import io.streamgauge.topology.join.SideRecord.Row;
import io.streamgauge.topology.join.SideRecord.Side;
import io.streamgauge.topology.partial.PairSampleFormat;
import io.streamgauge.topology.partial.ValueFormat;
import io.streamgauge.topology.state.LiveFormat;
import io.streamgauge.topology.state.StateReader;
import io.streamgauge.topology.state.StateWriter;
import java.util.Arrays;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** Values of the join's store as bytes; the kind is in the key. */
final class JoinValueFormat implements LiveFormat<JoinValue> {
    private static final int VERSION = 2;
    private static final int GONE = 0;
    private static final int NO_PAIR = 1;
    private static final int PAIR = 2;
    private static final int WAITING = 3;

    @Override
    public byte[] write(JoinValue value) {
        var out = new StateWriter().tag(VERSION);
        if (value instanceof GroupChunk chunk) {
            out.number(chunk.groups.size());
            chunk.groups.forEach(group -> write(out, group));
        } else if (value instanceof JoinProgress progress) {
            out.number(progress.watermarkMs).tag(progress.idle ? 1 : 0);
            out.number(progress.read).number(progress.late).number(progress.sides.size());
            progress.sides.forEach((side, told) -> SideRecordFormat.write(SideRecordFormat.write(out, side), told));
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

    private static void write(StateWriter out, @Nullable Group group) {
        if (group == null) {
            out.tag(GONE);
            return;
        }
        byte[] outcomes = group.outcomes;
        Row waiting = group.waiting;
        out.tag(waiting != null ? WAITING : outcomes != null ? PAIR : NO_PAIR);
        out.number(group.high).number(group.low).number(group.firstMs).number(group.lastMs);
        if (waiting != null) {
            SideRecordFormat.write(out, waiting.from()).number(waiting.offset()).copy(waiting.values());
        } else if (outcomes != null) {
            out.bytes(outcomes);
        } else {
            out.number(group.serving).number(group.training);
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
            Side side = SideRecordFormat.side(in);
            progress.sides.put(side, SideRecordFormat.progress(in, side));
        }
        return progress;
    }

    private static GroupChunk chunk(Bytes key, StateReader in) {
        var chunk = new GroupChunk(key);
        byte[] shared = {};
        for (int left = in.integer(); left > 0; left--) {
            Group group = group(in);
            if (group != null && group.outcomes != null) {
                // Most pairs of a chunk come to the same.
                shared = Arrays.equals(shared, group.outcomes) ? shared : group.outcomes;
                group.outcomes = shared;
            }
            chunk.add(group);
        }
        return chunk;
    }

    private static @Nullable Group group(StateReader in) {
        int kind = in.tag();
        if (kind == GONE) {
            return null;
        }
        var group = new Group(in.number(), in.number(), in.number(), in.number());
        if (kind == WAITING) {
            Side from = SideRecordFormat.side(in);
            group.serving = from.serving() ? 1 : 0;
            group.training = 1 - group.serving;
            group.waiting = new Row(from, in.number(), group.firstMs, group.high, group.low, ValueFormat.pass(in));
        } else if (kind == PAIR) {
            group.serving = 1;
            group.training = 1;
            group.outcomes = in.bytes();
        } else {
            group.serving = in.integer();
            group.training = in.integer();
        }
        return group;
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
