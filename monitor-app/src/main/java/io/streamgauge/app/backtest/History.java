package io.streamgauge.app.backtest;

import io.streamgauge.statistics.profile.Layout;
import io.streamgauge.statistics.profile.Profile;
import io.streamgauge.topology.local.LocalOutput;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.avro.generic.GenericRecord;

/** The records of the profiles topic that a run made: what a policy is judged on, and where histograms come from. */
final class History implements LocalOutput {
    private final List<GenericRecord> records = new ArrayList<>();
    private final SortedMap<Long, Traffic> traffic = new TreeMap<>();

    /** What became of the events of a pane, over all sources. */
    record Traffic(long profiled, long late, long rejected) {
        Traffic plus(Traffic other) {
            return new Traffic(profiled + other.profiled, late + other.late, rejected + other.rejected);
        }
    }

    @Override
    public void profile(GenericRecord profile) {
        records.add(profile);
        GenericRecord sums = (GenericRecord) profile.get("traffic");
        if (sums != null) {
            traffic.merge(
                    (Long) profile.get("windowStart"),
                    new Traffic((Long) sums.get("profiled"), (Long) sums.get("late"), (Long) sums.get("rejected")),
                    Traffic::plus);
        }
    }

    void forEach(Consumer<GenericRecord> consumer) {
        records.forEach(consumer);
    }

    /** By start of the pane. */
    SortedMap<Long, Traffic> traffic() {
        return traffic;
    }

    /** The merged profile of a feature over {@code [startMs, endMs)}, all versions together. */
    Profile profile(Strips.Key of, Layout layout, long startMs, long endMs) {
        Profile merged = layout.newProfile();
        for (GenericRecord record : records) {
            long paneMs = (Long) record.get("windowStart");
            if (paneMs >= startMs
                    && paneMs < endMs
                    && (Long) record.get("layoutFingerprint") == layout.fingerprint()
                    && record.get("feature").toString().equals(of.feature())
                    && record.get("source").toString().equals(of.source())
                    && record.get("model").toString().equals(of.model())
                    && record.get("slice").toString().equals("all")) {
                ByteBuffer buffer = ((ByteBuffer) record.get("profile")).duplicate();
                byte[] bytes = new byte[buffer.remaining()];
                buffer.get(bytes);
                merged.mergeFrom(Profile.fromBytes(bytes, layout));
            }
        }
        return merged;
    }
}
