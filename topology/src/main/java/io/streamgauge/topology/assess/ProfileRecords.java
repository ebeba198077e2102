package io.streamgauge.topology.assess;

import io.streamgauge.alerts.record.ScoreRecord;
import io.streamgauge.checks.Traffic;
import io.streamgauge.checks.Window;
import io.streamgauge.schemas.Contracts;
import io.streamgauge.schemas.contract.FeatureSchema;
import io.streamgauge.statistics.profile.Profile;
import io.streamgauge.topology.partial.PipelineCountsFormat;
import io.streamgauge.topology.partial.RuleCountsFormat;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/** Merged profiles of a pane as records of the contract {@code WindowProfile.avsc}. */
final class ProfileRecords {
    private ProfileRecords() {}

    static List<AssessOutput> of(AssessedSource source, Window pane, VersionSlice part, List<Profile> profiles) {
        var records = new ArrayList<AssessOutput>();
        for (int i = 0; i < profiles.size(); i++) {
            FeatureSchema feature = source.features().get(i).schema();
            Profile profile = profiles.get(i);
            records.add(new AssessOutput.ToProfiles(pane, false, () -> record(source, pane, part, feature, profile)));
        }
        return records;
    }

    private static GenericRecord record(
            AssessedSource source, Window pane, VersionSlice part, FeatureSchema feature, Profile profile) {
        GenericRecord out = new GenericData.Record(Contracts.WINDOW_PROFILE);
        putWhere(out, source, pane, part);
        out.put("feature", feature.name());
        out.put("n", profile.count());
        out.put("profile", ByteBuffer.wrap(profile.toBytes()));
        out.put("layoutFingerprint", profile.layout().fingerprint());
        return out;
    }

    private static void putWhere(GenericRecord out, AssessedSource source, Window pane, VersionSlice part) {
        out.put("model", source.model());
        out.put("version", part.version());
        out.put("source", source.source().word());
        out.put("slice", part.slice());
        out.put("windowStart", pane.startMs());
        out.put("windowEnd", pane.endMs());
        out.put("baselineId", source.baselineId());
    }

    /** The record behind the profiles of a pane: with it the pane can be judged again without its events. */
    static AssessOutput ofTraffic(AssessedSource source, Window pane, PaneSummary traffic) {
        return new AssessOutput.ToProfiles(pane, true, () -> trafficRecord(source, pane, traffic));
    }

    private static GenericRecord trafficRecord(AssessedSource source, Window pane, PaneSummary traffic) {
        GenericRecord out = new GenericData.Record(Contracts.WINDOW_PROFILE);
        putWhere(out, source, pane, VersionSlice.whole(source.baselineVersion()));
        out.put("feature", "");
        out.put("n", traffic.profiled());
        out.put("profile", ByteBuffer.allocate(0));
        out.put("layoutFingerprint", 0L);
        GenericRecord sums = new GenericData.Record(
                Contracts.WINDOW_PROFILE.getField("traffic").schema().getTypes().get(1));
        sums.put("profiled", traffic.profiled());
        sums.put("late", traffic.late());
        sums.put("rejected", traffic.rejected());
        sums.put("newestEvent", traffic.newestEventMs() == Traffic.NEVER ? null : traffic.newestEventMs());
        sums.put("evidence", ScoreRecord.evidence(traffic.evidence()));
        sums.put("rules", ByteBuffer.wrap(RuleCountsFormat.toBytes(traffic.rules())));
        sums.put("busy", ByteBuffer.wrap(traffic.busy().toBytes()));
        sums.put("partitions", ByteBuffer.wrap(traffic.partitions().toBytes()));
        sums.put("pipeline", ByteBuffer.wrap(PipelineCountsFormat.toBytes(traffic.pipeline())));
        out.put("traffic", sums);
        return out;
    }
}
