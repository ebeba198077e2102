package io.streamgauge.topology.assess;

import io.streamgauge.schemas.contract.Source;
import io.streamgauge.topology.partial.ProfilesPartial;
import io.streamgauge.topology.partial.TrafficPartial;
import io.streamgauge.topology.state.StateReader;
import io.streamgauge.topology.state.StateWriter;
import org.apache.kafka.common.utils.Bytes;

/**
 * Keys of the assess store: the kind, model, source, for partials the pane's start and, for profiles, version, slice and chunk; the
 * source partition comes last, so that a scan yields the partials of one pane in partition order.
 */
final class AssessKeys {
    private static final int PROGRESS = 0;
    private static final int TRAFFIC = 1;
    private static final int PROFILES = 2;

    private AssessKeys() {}

    static Bytes progress(String model, Source source) {
        return start(PROGRESS, model, source).toKey();
    }

    static Bytes traffic(TrafficPartial partial) {
        return start(TRAFFIC, partial.model(), partial.source())
                .number(partial.pane().startMs())
                .number(partial.from().partition())
                .toKey();
    }

    static Bytes profiles(ProfilesPartial partial) {
        return start(PROFILES, partial.model(), partial.source())
                .number(partial.pane().startMs())
                .text(partial.version())
                .text(partial.slice())
                .number(partial.chunk())
                .number(partial.from().partition())
                .toKey();
    }

    /** Least key of traffic from {@code paneStartMs} on. */
    static Bytes trafficFrom(String model, Source source, long paneStartMs) {
        return start(TRAFFIC, model, source).number(paneStartMs).toKey();
    }

    /** Least key of profiles from {@code paneStartMs} on. */
    static Bytes profilesFrom(String model, Source source, long paneStartMs) {
        return start(PROFILES, model, source).number(paneStartMs).toKey();
    }

    /** Start of the pane that a key of traffic or profiles belongs to. */
    static long paneStartMs(Bytes key) {
        var in = new StateReader(key.get(), "a key of the assess store");
        in.tag();
        in.text();
        in.text();
        return in.number();
    }

    private static StateWriter start(int kind, String model, Source source) {
        return new StateWriter().tag(kind).text(model).text(source.word());
    }
}
