package io.streamgauge.topology.local;

import io.streamgauge.alerts.record.ScoreRecord;
import io.streamgauge.checks.OffsetRange;
import io.streamgauge.checks.PipelineCounts;
import io.streamgauge.checks.RuleCounts;
import io.streamgauge.checks.Traffic;
import io.streamgauge.checks.Window;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.statistics.profile.Layout;
import io.streamgauge.statistics.profile.Occupancy;
import io.streamgauge.statistics.profile.Profile;
import io.streamgauge.topology.partial.Accounting;
import io.streamgauge.topology.partial.FeatureChunks;
import io.streamgauge.topology.partial.Mark;
import io.streamgauge.topology.partial.PipelineCountsFormat;
import io.streamgauge.topology.partial.ProfilesPartial;
import io.streamgauge.topology.partial.RuleCountsFormat;
import io.streamgauge.topology.partial.Shuffled;
import io.streamgauge.topology.partial.SourcePartition;
import io.streamgauge.topology.partial.TrafficPartial;
import io.streamgauge.topology.settings.ModelSettings;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/**
 * Makes partials from the stored profiles of one source of one model, so that the same assess step judges them again. The merged
 * profile of a pane stands for a single partition, the first. Panes of the rules may be larger than the stored ones.
 */
final class StoredPanes {
    private final SourcePartition from;
    private final FeatureChunks chunks;
    private final Map<String, Integer> slots = new HashMap<>();
    private final long paneMs;
    private final Map<Part, byte[][]> open = new TreeMap<>();
    private final byte[][] empty;
    private final Map<Integer, TrafficPartial> traffic = new TreeMap<>();
    private @Nullable Window pane;
    private long panes;

    private record Part(String version, String slice) implements Comparable<Part> {
        @Override
        public int compareTo(Part other) {
            int byVersion = version.compareTo(other.version);
            return byVersion != 0 ? byVersion : slice.compareTo(other.slice);
        }
    }

    StoredPanes(ModelSettings model, Source source) {
        this.from = new SourcePartition(
                model.model(), source, model.source(source).mapping().topic(), 0);
        var features = model.baseline().features(source);
        this.chunks = new FeatureChunks(features);
        this.paneMs = model.paneMs();
        for (int slot = 0; slot < features.size(); slot++) {
            slots.put(features.get(slot).schema().name(), slot);
        }
        this.empty = features.stream()
                .map(feature -> feature.layout().newProfile().toBytes())
                .toArray(byte[][]::new);
    }

    /**
     * Takes the next record of the profiles topic.
     *
     * @return what the partition would have sent, once it begins another pane; before, nothing
     * @throws IllegalStateException if the profile's bins are not those of the baseline to judge by
     */
    List<Shuffled> take(GenericRecord record) {
        var whole = Window.holding((Long) record.get("windowStart"), paneMs);
        List<Shuffled> complete = whole.equals(pane) ? List.of() : complete();
        pane = whole;
        GenericRecord sums = (GenericRecord) record.get("traffic");
        if (sums == null) {
            add(record);
        } else {
            add(whole, sums, part(record));
        }
        return complete;
    }

    private static Window part(GenericRecord record) {
        return new Window((Long) record.get("windowStart"), (Long) record.get("windowEnd"));
    }

    /** What is left behind the last record. */
    List<Shuffled> end() {
        List<Shuffled> last = new ArrayList<>(complete());
        last.add(mark(Mark.Kind.ENDED, Long.MAX_VALUE));
        return last;
    }

    private List<Shuffled> complete() {
        Window over = pane;
        if (over == null) {
            return List.of();
        }
        var partials = new ArrayList<Shuffled>(traffic.values());
        open.forEach((part, profiles) -> partials.addAll(profiles(over, part, profiles)));
        open.clear();
        traffic.clear();
        panes++;
        partials.add(mark(Mark.Kind.WATERMARK, over.endMs()));
        return partials;
    }

    /** Counts panes, as nobody knows any more how many events a partition had. */
    private Mark mark(Mark.Kind kind, long watermarkMs) {
        return new Mark(from, kind, watermarkMs, new Accounting(panes, panes, 0, 0, panes - 1));
    }

    private void add(GenericRecord record) {
        Integer slot = slots.get(record.get("feature").toString());
        if (slot == null) {
            return; // the rules leave this feature out
        }
        Layout layout = chunks.layout(slot);
        if ((Long) record.get("layoutFingerprint") != layout.fingerprint()) {
            throw new IllegalStateException("the stored profiles of feature '%s' have other bins than the baseline"
                    .formatted(record.get("feature")));
        }
        var part =
                new Part(record.get("version").toString(), record.get("slice").toString());
        byte[][] profiles = open.computeIfAbsent(part, absent -> empty.clone());
        byte[] profile = bytes((ByteBuffer) record.get("profile"));
        profiles[slot] = profiles[slot] == empty[slot] ? profile : sum(profiles[slot], profile, layout);
    }

    private static byte[] sum(byte[] a, byte[] b, Layout layout) {
        Profile sum = Profile.fromBytes(a, layout);
        sum.mergeFrom(Profile.fromBytes(b, layout));
        return sum.toBytes();
    }

    private List<ProfilesPartial> profiles(Window over, Part part, byte[][] profiles) {
        var partials = new ArrayList<ProfilesPartial>();
        for (int chunk = 0; chunk < chunks.count(); chunk++) {
            List<byte[]> run = Arrays.asList(profiles).subList(chunks.start(chunk), chunks.end(chunk));
            partials.add(new ProfilesPartial(from, over, part.version(), part.slice(), chunk, run));
        }
        return partials;
    }

    /** One for each partition that had events, as each has its range of offsets; the sums go with the first. */
    private void add(Window whole, GenericRecord sums, Window part) {
        List<OffsetRange> ranges = ((Collection<?>) sums.get("evidence"))
                .stream().map(range -> ScoreRecord.range((GenericRecord) range)).toList();
        boolean first = true;
        for (OffsetRange range : ranges) {
            add(partial(whole, first ? sums : null, range, part));
            first = false;
        }
        BitSet beyond = partitions(sums);
        ranges.forEach(range -> beyond.clear(range.partition()));
        beyond.stream()
                .forEach(partition -> add(partial(whole, null, new OffsetRange(from.topic(), partition, 0, 0), part)));
        if (ranges.isEmpty()) {
            add(partial(whole, sums, new OffsetRange(from.topic(), 0, -1, -1), part));
        }
    }

    /** Of those behind the first ones it is only known that they had events: their ranges are never among those that are kept. */
    private static BitSet partitions(GenericRecord sums) {
        return sums.hasField("partitions")
                ? Occupancy.of(bytes((ByteBuffer) sums.get("partitions"))).slots()
                : new BitSet();
    }

    private void add(TrafficPartial more) {
        traffic.merge(more.from().partition(), more, StoredPanes::sum);
    }

    private static TrafficPartial sum(TrafficPartial a, TrafficPartial b) {
        return new TrafficPartial(
                a.from(),
                a.pane(),
                a.profiled() + b.profiled(),
                a.late() + b.late(),
                a.rejected() + b.rejected(),
                Math.max(a.newestEventMs(), b.newestEventMs()),
                firstOf(a.firstOffset(), b.firstOffset()),
                Math.max(a.lastOffset(), b.lastOffset()),
                a.rules().plus(b.rules()),
                a.busy().or(b.busy()),
                a.pipeline().plus(b.pipeline()));
    }

    /** The smaller one; negative is none. */
    private static long firstOf(long a, long b) {
        return a < 0 || b < 0 ? Math.max(a, b) : Math.min(a, b);
    }

    private TrafficPartial partial(Window whole, @Nullable GenericRecord sums, OffsetRange range, Window part) {
        var partition = new SourcePartition(from.model(), from.source(), range.topic(), range.partition());
        if (sums == null) {
            return new TrafficPartial(
                    partition, whole, 0, 0, 0, Traffic.NEVER, range.firstOffset(), range.lastOffset());
        }
        Long newest = (Long) sums.get("newestEvent");
        return new TrafficPartial(
                partition,
                whole,
                (Long) sums.get("profiled"),
                (Long) sums.get("late"),
                (Long) sums.get("rejected"),
                newest == null ? Traffic.NEVER : newest,
                range.firstOffset(),
                range.lastOffset(),
                rules(sums),
                busy(sums, part, whole),
                pipeline(sums));
    }

    /** Records of before the field existed do not say. */
    private static Occupancy busy(GenericRecord sums, Window part, Window whole) {
        return sums.hasField("busy")
                ? Occupancy.of(bytes((ByteBuffer) sums.get("busy")))
                        .within(
                                part.startMs() - whole.startMs(),
                                Occupancy.slotMs(part.sizeMs()),
                                Occupancy.slotMs(whole.sizeMs()))
                : Occupancy.NONE;
    }

    /** Records of before the field existed know of no rules. */
    private static RuleCounts rules(GenericRecord sums) {
        return sums.hasField("rules") ? RuleCountsFormat.of(bytes((ByteBuffer) sums.get("rules"))) : RuleCounts.NONE;
    }

    private static PipelineCounts pipeline(GenericRecord sums) {
        return sums.hasField("pipeline")
                ? PipelineCountsFormat.of(bytes((ByteBuffer) sums.get("pipeline")))
                : PipelineCounts.NONE;
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
