package io.streamgauge.topology.ingest;

import io.streamgauge.topology.state.StateReader;
import io.streamgauge.topology.state.StateWriter;
import org.apache.kafka.common.utils.Bytes;

/**
 * Keys of the ingest store: the kind, then for panes their start (so that they sort by time), then for profiles version,
 * combination of slices and chunk.
 */
final class IngestKeys {
    static final int PROGRESS = 0;
    static final int TRAFFIC = 1;
    static final int PROFILES = 2;
    static final int SEQUENCES = 3;

    private IngestKeys() {}

    static Bytes progress(int partition) {
        return new StateWriter().tag(PROGRESS).number(partition).toKey();
    }

    static Bytes sequences() {
        return new StateWriter().tag(SEQUENCES).toKey();
    }

    static Bytes traffic(long paneStartMs) {
        return new StateWriter().tag(TRAFFIC).number(paneStartMs).toKey();
    }

    static Bytes profiles(long paneStartMs, String version, String combination, int chunk) {
        return new StateWriter()
                .tag(PROFILES)
                .number(paneStartMs)
                .text(version)
                .text(combination)
                .number(chunk)
                .toKey();
    }

    static Bytes allTraffic() {
        return new StateWriter().tag(TRAFFIC).toKey();
    }

    static Bytes profilesOf(long paneStartMs) {
        return new StateWriter().tag(PROFILES).number(paneStartMs).toKey();
    }

    static Bytes profilesOf(long paneStartMs, String version) {
        return new StateWriter().tag(PROFILES).number(paneStartMs).text(version).toKey();
    }

    static int kind(Bytes key) {
        return key.get()[0];
    }

    static long paneStartMs(Bytes key) {
        StateReader in = reader(key);
        in.tag();
        return in.number();
    }

    /** What a key of profiles says. */
    record ProfilesKey(long paneStartMs, String version, String combination, int chunk) {}

    static ProfilesKey profilesKey(Bytes key) {
        StateReader in = reader(key);
        in.tag();
        return new ProfilesKey(in.number(), in.text(), in.text(), in.integer());
    }

    static int chunk(Bytes key) {
        return profilesKey(key).chunk();
    }

    private static StateReader reader(Bytes key) {
        return new StateReader(key.get(), "a key of the ingest store");
    }
}
