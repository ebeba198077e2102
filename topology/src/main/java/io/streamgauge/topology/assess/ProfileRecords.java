package io.streamgauge.topology.assess;

import io.streamgauge.checks.Window;
import io.streamgauge.schemas.Contracts;
import io.streamgauge.schemas.contract.FeatureSchema;
import io.streamgauge.statistics.profile.Profile;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/** Merged profiles of a pane as records of the contract {@code WindowProfile.avsc}. */
final class ProfileRecords {
    private ProfileRecords() {}

    static List<GenericRecord> of(AssessedSource source, Window pane, VersionSlice part, List<Profile> profiles) {
        var records = new ArrayList<GenericRecord>();
        for (int i = 0; i < profiles.size(); i++) {
            records.add(record(source, pane, part, source.features().get(i).schema(), profiles.get(i)));
        }
        return records;
    }

    private static GenericRecord record(
            AssessedSource source, Window pane, VersionSlice part, FeatureSchema feature, Profile profile) {
        GenericRecord out = new GenericData.Record(Contracts.WINDOW_PROFILE);
        out.put("model", source.model());
        out.put("version", part.version());
        out.put("source", source.source().word());
        out.put("feature", feature.name());
        out.put("slice", part.slice());
        out.put("windowStart", pane.startMs());
        out.put("windowEnd", pane.endMs());
        out.put("n", profile.count());
        out.put("profile", ByteBuffer.wrap(profile.toBytes()));
        out.put("layoutFingerprint", profile.layout().fingerprint());
        out.put("baselineId", source.baselineId());
        return out;
    }
}
