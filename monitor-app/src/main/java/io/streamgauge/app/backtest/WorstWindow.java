package io.streamgauge.app.backtest;

import io.streamgauge.schemas.baseline.FeatureBaseline;
import io.streamgauge.statistics.profile.Profile;
import java.nio.ByteBuffer;
import org.apache.avro.generic.GenericRecord;

/** A feature in the window in which it was farthest from its baseline; filled by going through the panes. */
final class WorstWindow {
    private final Strip strip;
    private final FeatureBaseline feature;
    private final Profile profile;

    WorstWindow(Strip strip, FeatureBaseline feature) {
        this.strip = strip;
        this.feature = feature;
        this.profile = feature.layout().newProfile();
    }

    Strip strip() {
        return strip;
    }

    Profile before() {
        return feature.total();
    }

    /** All versions together. */
    Profile after() {
        return profile;
    }

    void take(GenericRecord record) {
        if (isPart(record)) {
            ByteBuffer buffer = ((ByteBuffer) record.get("profile")).duplicate();
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            profile.mergeFrom(Profile.fromBytes(bytes, feature.layout()));
        }
    }

    private boolean isPart(GenericRecord record) {
        long startMs = (Long) record.get("windowStart");
        Strip.Key key = strip.key();
        return startMs >= strip.worstMs()
                && startMs < strip.worstMs() + strip.windowMs()
                && (Long) record.get("layoutFingerprint") == feature.layout().fingerprint()
                && record.get("feature").toString().equals(key.feature())
                && record.get("source").toString().equals(key.source())
                && record.get("model").toString().equals(key.model())
                && record.get("slice").toString().equals("all");
    }
}
