package io.streamgauge.topology.assess;

import io.streamgauge.checks.Part;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.topology.partial.ProfilesPartial;
import io.streamgauge.topology.partial.SkewPartial;
import io.streamgauge.topology.partial.TrafficPartial;
import io.streamgauge.topology.state.StateReader;
import io.streamgauge.topology.state.StateWriter;
import org.apache.kafka.common.utils.Bytes;

/**
 * Keys of the assess store: the kind, model, source, for partials the pane's start and, for profiles, version, slice and chunk; the
 * source partition comes last, so that a scan yields the partials of one pane in partition order. Blocks of closed panes have their
 * level behind their start.
 */
final class AssessKeys {
    private static final int PROGRESS = 0;
    private static final int TRAFFIC = 1;
    private static final int PROFILES = 2;
    private static final int BLOCK = 3;
    private static final int BLOCK_PROFILES = 4;
    private static final int SKEW = 5;
    private static final int SKEW_PROGRESS = 6;
    private static final int MEMORY = 7;
    private static final int PART = 8;
    private static final int PART_CLOCK = 9;

    private AssessKeys() {}

    static Bytes progress(String model, Source source) {
        return start(PROGRESS, model, source).toKey();
    }

    static Bytes skewProgress(String model) {
        return start(SKEW_PROGRESS, model, Source.REFERENCE).toKey();
    }

    static Bytes skew(SkewPartial partial) {
        return start(SKEW, partial.model(), partial.source())
                .number(partial.pane().startMs())
                .number(partial.from().partition())
                .toKey();
    }

    /** Least key of skew from {@code paneStartMs} on. */
    static Bytes skewFrom(String model, long paneStartMs) {
        return start(SKEW, model, Source.REFERENCE).number(paneStartMs).toKey();
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
        return afterSource(key).number();
    }

    static Bytes block(String model, Source source, Blocks.Block block) {
        return start(BLOCK, model, source)
                .number(block.startMs())
                .number(block.level())
                .toKey();
    }

    /** Least key of blocks that start at {@code startMs} or later. */
    static Bytes blocksFrom(String model, Source source, long startMs) {
        return start(BLOCK, model, source).number(startMs).toKey();
    }

    static Bytes blockProfiles(String model, Source source, Blocks.Block block, VersionSlice part, int chunk) {
        return profiles(model, source, block)
                .text(part.version())
                .text(part.slice())
                .number(chunk)
                .toKey();
    }

    /** What the keys of all profiles of a block start with. */
    static Bytes allProfilesOf(String model, Source source, Blocks.Block block) {
        return profiles(model, source, block).toKey();
    }

    private static StateWriter profiles(String model, Source source, Blocks.Block block) {
        return start(BLOCK_PROFILES, model, source).number(block.startMs()).number(block.level());
    }

    /** The block that a key of a block, or of profiles of one, belongs to. */
    static Blocks.Block blockOf(Bytes key) {
        return block(afterSource(key));
    }

    private static Blocks.Block block(StateReader in) {
        return new Blocks.Block(in.number(), in.integer());
    }

    /** Which of a block's profiles are under a key. */
    record Run(VersionSlice part, int chunk) {}

    static Run runOf(Bytes key) {
        StateReader in = afterSource(key);
        block(in);
        return new Run(new VersionSlice(in.text(), in.text()), in.integer());
    }

    /** What the sequential check remembers of a feature, of one version and slice in one series of windows. */
    static Bytes memory(String model, Source source, String series, VersionSlice part, String feature) {
        return memories(model, source, series)
                .text(part.version())
                .text(part.slice())
                .text(feature)
                .toKey();
    }

    /** What the keys of all that is remembered of a series of windows start with. */
    static Bytes allMemories(String model, Source source, String series) {
        return memories(model, source, series).toKey();
    }

    /** Which version and slice a key of a memory is about. */
    static VersionSlice memoryOf(Bytes key) {
        StateReader in = afterSource(key);
        in.text();
        return new VersionSlice(in.text(), in.text());
    }

    /** How long a part of a source has been silent. */
    static Bytes part(String model, Source source, Part kind, String name) {
        return parts(model, source, kind).text(name).toKey();
    }

    /** What the keys of all parts of a kind start with. */
    static Bytes allParts(String model, Source source, Part kind) {
        return parts(model, source, kind).toKey();
    }

    /** The part that a key is about. */
    static String partName(Bytes key) {
        StateReader in = afterSource(key);
        in.text();
        return in.text();
    }

    /** How much time has passed for the parts of a kind. */
    static Bytes partClock(String model, Source source, Part kind) {
        return start(PART_CLOCK, model, source).text(kind.name()).toKey();
    }

    private static StateWriter parts(String model, Source source, Part kind) {
        return start(PART, model, source).text(kind.name());
    }

    private static StateWriter memories(String model, Source source, String series) {
        return start(MEMORY, model, source).text(series);
    }

    private static StateReader afterSource(Bytes key) {
        var in = new StateReader(key.get(), "a key of the assess store");
        in.tag();
        in.text();
        in.text();
        return in;
    }

    private static StateWriter start(int kind, String model, Source source) {
        return new StateWriter().tag(kind).text(model).text(source.word());
    }
}
