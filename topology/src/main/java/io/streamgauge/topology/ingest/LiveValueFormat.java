package io.streamgauge.topology.ingest;

import io.streamgauge.statistics.profile.Layout;
import io.streamgauge.statistics.profile.Profile;
import io.streamgauge.topology.partial.FeatureChunks;
import io.streamgauge.topology.partial.Mark;
import io.streamgauge.topology.partial.PipelineCountsFormat;
import io.streamgauge.topology.partial.RuleCountsFormat;
import io.streamgauge.topology.state.LiveFormat;
import io.streamgauge.topology.state.StateReader;
import io.streamgauge.topology.state.StateWriter;
import java.util.ArrayList;
import java.util.BitSet;
import org.apache.kafka.common.utils.Bytes;

/** Values of the ingest store as bytes; the key says which kind it is. */
final class LiveValueFormat implements LiveFormat<LiveValue> {
    private static final int VERSION = 1;

    private final FeatureChunks chunks;

    LiveValueFormat(FeatureChunks chunks) {
        this.chunks = chunks;
    }

    @Override
    public byte[] write(LiveValue value) {
        var out = new StateWriter().tag(VERSION);
        if (value instanceof PartitionProgress progress) {
            write(out, progress);
        } else if (value instanceof PaneTraffic traffic) {
            out.number(traffic.profiled).number(traffic.late).number(traffic.rejected);
            out.number(traffic.newestEventMs).number(traffic.firstOffset).number(traffic.lastOffset);
            RuleCountsFormat.write(out, traffic.rules.counts());
            out.bytes(traffic.busy.toByteArray());
            PipelineCountsFormat.write(out, traffic.pipeline.counts());
        } else if (value instanceof Sequences sequences) {
            write(out, sequences);
        } else if (value instanceof PaneProfiles pane) {
            for (Profile profile : pane.profiles()) {
                out.bytes(profile.toBytes());
            }
        }
        return out.toBytes();
    }

    @Override
    public LiveValue read(Bytes key, byte[] bytes) {
        var in = new StateReader(bytes, "a value of the ingest store").expectVersion(VERSION);
        return switch (IngestKeys.kind(key)) {
            case IngestKeys.PROGRESS -> progress(in);
            case IngestKeys.TRAFFIC -> traffic(in);
            case IngestKeys.SEQUENCES -> sequences(in);
            default -> profiles(in, IngestKeys.chunk(key));
        };
    }

    private static void write(StateWriter out, PartitionProgress progress) {
        out.number(progress.newestEventMs).number(progress.newestLagMs).number(progress.watermarkMs);
        out.tag(progress.idle ? 1 : 0).tag(progress.ended ? 1 : 0);
        out.number(progress.read)
                .number(progress.profiled)
                .number(progress.late)
                .number(progress.rejected);
        out.number(progress.lastOffset)
                .number(progress.rejectedBeforeFirstEvent)
                .number(progress.badSinceMs);
        progress.schemas.write(out);
        out.number(progress.canaries);
    }

    private static void write(StateWriter out, Sequences sequences) {
        out.number(sequences.greatest.size());
        sequences.greatest.forEach((producer, number) -> out.text(producer).number(number));
        out.number(sequences.gaps.size());
        sequences.gaps.forEach(gap ->
                out.text(gap.producer()).number(gap.first()).number(gap.last()).number(gap.paneMs()));
    }

    private static Sequences sequences(StateReader in) {
        var sequences = new Sequences();
        for (int left = in.integer(); left > 0; left--) {
            sequences.greatest.put(in.text(), in.number());
        }
        for (int left = in.integer(); left > 0; left--) {
            sequences.gaps.add(new Sequences.Gap(in.text(), in.number(), in.number(), in.number()));
        }
        return sequences;
    }

    private static PartitionProgress progress(StateReader in) {
        var progress = new PartitionProgress();
        progress.newestEventMs = in.number();
        progress.newestLagMs = in.number();
        progress.watermarkMs = in.number();
        progress.idle = in.tag() == 1;
        progress.ended = in.tag() == 1;
        progress.read = in.number();
        progress.profiled = in.number();
        progress.late = in.number();
        progress.rejected = in.number();
        progress.lastOffset = in.number();
        progress.rejectedBeforeFirstEvent = in.number();
        progress.badSinceMs = in.hasMore() ? in.number() : Mark.UNKNOWN; // earlier versions did not know it
        progress.schemas = SchemaHistory.readIfAny(in);
        progress.canaries = in.hasMore() ? in.number() : 0;
        return progress;
    }

    private static PaneTraffic traffic(StateReader in) {
        var traffic = new PaneTraffic();
        traffic.profiled = in.number();
        traffic.late = in.number();
        traffic.rejected = in.number();
        traffic.newestEventMs = in.number();
        traffic.firstOffset = in.number();
        traffic.lastOffset = in.number();
        traffic.rules = RuleTally.of(RuleCountsFormat.readIfAny(in));
        traffic.busy = in.hasMore() ? BitSet.valueOf(in.bytes()) : new BitSet(); // earlier versions did not know it
        traffic.pipeline = PipelineTally.of(PipelineCountsFormat.readIfAny(in));
        return traffic;
    }

    private PaneProfiles profiles(StateReader in, int chunk) {
        var profiles = new ArrayList<Profile>();
        for (int feature = chunks.start(chunk); feature < chunks.end(chunk); feature++) {
            Layout layout = chunks.layout(feature);
            profiles.add(in.hasMore() ? profile(in.bytes(), layout) : layout.newProfile());
        }
        return new PaneProfiles(profiles);
    }

    /** Counts on the bins of a baseline that was since replaced cannot be carried over: the open pane starts afresh. */
    private static Profile profile(byte[] bytes, Layout layout) {
        return Profile.fingerprintOf(bytes) == layout.fingerprint()
                ? Profile.fromBytes(bytes, layout)
                : layout.newProfile();
    }
}
