package io.streamgauge.topology.partial;

import io.streamgauge.checks.PipelineCounts;
import io.streamgauge.checks.RuleCounts;
import io.streamgauge.checks.Window;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.statistics.profile.Occupancy;
import io.streamgauge.topology.state.StateReader;
import io.streamgauge.topology.state.StateWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** {@link Shuffled} records as bytes: version, kind, source partition, then the fields in order. */
public final class ShuffledFormat {
    private static final int VERSION = 2;
    private static final int PROFILES = 0;
    private static final int TRAFFIC = 1;
    private static final int MARK = 2;
    private static final int SKEW = 3;
    /** Traffic of which rules were broken, or whose slots or way are known; other looks as it did before there were any of these. */
    private static final int TRAFFIC_AND_MORE = 4;

    private static final int SILENCE = 5;
    private static final int CANARY = 6;

    private ShuffledFormat() {}

    public static Serde<Shuffled> serde() {
        return Serdes.serdeFrom((topic, record) -> write(record), (topic, bytes) -> read(bytes));
    }

    public static byte[] write(Shuffled record) {
        var out = new StateWriter().tag(VERSION);
        if (record instanceof ProfilesPartial partial) {
            header(out.tag(PROFILES), record);
            pane(out, partial.pane());
            out.text(partial.version()).text(partial.slice()).number(partial.chunk());
            out.number(partial.profiles().size());
            partial.profiles().forEach(out::bytes);
        } else if (record instanceof TrafficPartial partial) {
            write(out, partial);
        } else if (record instanceof SkewPartial partial) {
            header(out.tag(SKEW), record);
            pane(out, partial.pane());
            SkewPartialFormat.write(out, partial);
        } else if (record instanceof Canary canary) {
            header(out.tag(CANARY), record);
            out.text(canary.name()).number(canary.offset()).text(canary.rejection());
        } else if (record instanceof Mark mark) {
            header(out.tag(MARK), record);
            out.text(mark.kind().name()).number(mark.watermarkMs());
            accounting(out, mark.accounting());
        } else if (record instanceof Silence silence) {
            header(out.tag(SILENCE), record);
            silence(out, silence);
        }
        return out.toBytes();
    }

    private static void write(StateWriter out, TrafficPartial partial) {
        boolean more = !partial.rules().equals(RuleCounts.NONE)
                || !partial.busy().isEmpty()
                || !partial.pipeline().equals(PipelineCounts.NONE);
        header(out.tag(more ? TRAFFIC_AND_MORE : TRAFFIC), partial);
        pane(out, partial.pane());
        out.number(partial.profiled()).number(partial.late()).number(partial.rejected());
        out.number(partial.newestEventMs()).number(partial.firstOffset()).number(partial.lastOffset());
        if (more) {
            RuleCountsFormat.write(out, partial.rules());
            out.bytes(partial.busy().toBytes());
            PipelineCountsFormat.write(out, partial.pipeline());
        }
    }

    /** @throws IllegalArgumentException if the bytes are not of this format */
    public static Shuffled read(byte[] bytes) {
        var in = new StateReader(bytes, "a record of the partials topic").expectVersion(VERSION);
        int kind = in.tag();
        var from = new SourcePartition(in.text(), Source.ofWord(in.text()), in.text(), in.integer());
        return switch (kind) {
            case PROFILES ->
                new ProfilesPartial(from, pane(in), in.text(), in.text(), in.integer(), profiles(in, in.integer()));
            case TRAFFIC -> traffic(from, in);
            case TRAFFIC_AND_MORE ->
                traffic(from, in)
                        .with(RuleCountsFormat.read(in), Occupancy.of(in.bytes()), PipelineCountsFormat.read(in));
            case SKEW -> SkewPartialFormat.read(in, from, pane(in));
            case CANARY -> new Canary(from, in.text(), in.number(), in.text());
            case MARK -> new Mark(from, Mark.Kind.valueOf(in.text()), in.number(), accounting(in));
            case SILENCE -> silence(in, from);
            default -> throw new IllegalArgumentException("a record of the partials topic has unknown kind " + kind);
        };
    }

    private static TrafficPartial traffic(SourcePartition from, StateReader in) {
        return new TrafficPartial(
                from, pane(in), in.number(), in.number(), in.number(), in.number(), in.number(), in.number());
    }

    private static void silence(StateWriter out, Silence silence) {
        out.number(silence.newestEventMs()).number(silence.untilMs()).number(silence.lastOffset());
        out.number(silence.busy().size());
        silence.busy().forEach((startMs, busy) -> out.number(startMs).bytes(busy.toBytes()));
    }

    private static Silence silence(StateReader in, SourcePartition from) {
        long newestEventMs = in.number();
        long untilMs = in.number();
        long lastOffset = in.number();
        var busy = new TreeMap<Long, Occupancy>();
        for (int left = in.integer(); left > 0; left--) {
            busy.put(in.number(), Occupancy.of(in.bytes()));
        }
        return new Silence(from, newestEventMs, untilMs, lastOffset, busy);
    }

    /** Appends an accounting, as the last part of a value. */
    public static void accounting(StateWriter out, Accounting accounting) {
        out.number(accounting.read()).number(accounting.profiled()).number(accounting.late());
        out.number(accounting.rejected()).number(accounting.lastOffset());
        if (accounting.canaries() > 0) {
            out.number(accounting.canaries());
        }
    }

    /** Reads what {@link #accounting(StateWriter, Accounting)} wrote. */
    public static Accounting accounting(StateReader in) {
        return new Accounting(
                in.number(), in.number(), in.number(), in.number(), in.number(), in.hasMore() ? in.number() : 0);
    }

    private static void header(StateWriter out, Shuffled record) {
        SourcePartition from = record.from();
        out.text(from.model()).text(from.source().word()).text(from.topic()).number(from.partition());
    }

    private static void pane(StateWriter out, Window pane) {
        out.number(pane.startMs()).number(pane.endMs());
    }

    private static Window pane(StateReader in) {
        return new Window(in.number(), in.number());
    }

    private static List<byte[]> profiles(StateReader in, int count) {
        var profiles = new ArrayList<byte[]>();
        for (int i = 0; i < count; i++) {
            profiles.add(in.bytes());
        }
        return profiles;
    }
}
