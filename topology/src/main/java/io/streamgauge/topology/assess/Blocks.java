package io.streamgauge.topology.assess;

import io.streamgauge.checks.Window;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.statistics.profile.Profile;
import io.streamgauge.topology.partial.FeatureChunks;
import io.streamgauge.topology.state.LiveState;
import io.streamgauge.topology.state.StateReader;
import io.streamgauge.topology.state.StateWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;

/**
 * The closed panes that a window may still need, merged over their partitions and kept in blocks of 1, 2, 4, ... panes, so that a
 * week which ends every hour is merged from about fourteen blocks and not from 168 panes. Profiles can be added but not taken away,
 * which rules out a running sum; blocks need only addition, are the same for all series of windows, and do not depend on where
 * a restart happened.
 *
 * <p>A block starts at a multiple of its length. What it was merged from goes as soon as no window can begin inside of it, so that
 * windows that do not overlap leave no more behind than one block for each power of two.
 */
final class Blocks {
    private static final int VERSION = 1;
    private static final int MOST_LEVELS = 40;
    private static final byte[] NOTHING = new byte[0];

    private final LiveState<byte[]> store;
    private final AssessedSource source;

    /** Profiles of the pane that was added last, as most windows end with it or are it; whoever gets them must not change them. */
    private final Map<Bytes, List<Profile>> fresh = new HashMap<>();

    Blocks(LiveState<byte[]> store, AssessedSource source) {
        this.store = store;
        this.source = source;
    }

    /** {@code 2^level} panes from {@code startMs} on. */
    record Block(long startMs, int level) {}

    /** Keeps a pane as a block of its own. */
    void add(Window pane, PaneSummary summary, SortedMap<VersionSlice, List<Profile>> profiles) {
        var block = new Block(pane.startMs(), 0);
        fresh.clear();
        // Gone again as soon as the windows that end with it are judged, before anybody could ask for it anew.
        boolean isForNow = pane.startMs() < source.oldestNeeded(pane.endMs());
        store.put(AssessKeys.block(model(), source(), block), summary.toBytes());
        profiles.forEach((part, all) -> {
            for (int chunk = 0; chunk < chunks().count(); chunk++) {
                List<Profile> run = all.subList(chunks().start(chunk), chunks().end(chunk));
                Bytes key = AssessKeys.blockProfiles(model(), source(), block, part, chunk);
                store.put(key, isForNow ? NOTHING : write(run));
                fresh.put(key, run);
            }
        });
    }

    /** Merges what ends here to larger blocks, as far as a window that ends at {@code endMs} or later may use them. */
    void combine(long endMs, long oldestNeededMs) {
        for (Block block : endingAt(endMs, oldestNeededMs)) {
            List<Block> parts = cover(span(block));
            if (parts.size() > 1) {
                store.put(
                        AssessKeys.block(model(), source(), block),
                        summary(parts).toBytes());
                profileKeys(parts)
                        .forEach((part, byChunk) -> byChunk.forEach((chunk, keys) -> store.put(
                                AssessKeys.blockProfiles(model(), source(), block, part, chunk),
                                write(merge(chunk, keys)))));
            }
        }
    }

    /** Forgets what no window that ends after {@code endMs} needs; call it once those that end there are judged. */
    void prune(long endMs, long oldestNeededMs) {
        for (Block block : endingAt(endMs, oldestNeededMs)) {
            boolean merged = store.get(AssessKeys.block(model(), source(), block)) != null;
            if (merged && !source.isCutByWindowEndingAfter(endMs, span(block))) {
                remove(block.startMs(), endMs, block.level());
            }
        }
        remove(Long.MIN_VALUE, oldestNeededMs, Integer.MAX_VALUE);
    }

    boolean isEmpty() {
        return store.firstKey(
                        AssessKeys.blocksFrom(model(), source(), Long.MIN_VALUE),
                        AssessKeys.blocksFrom(model(), source(), Long.MAX_VALUE))
                == null;
    }

    /** The fewest blocks that make up the window, in time order; where there are none no event came. */
    List<Block> cover(Window window) {
        var cover = new ArrayList<Block>();
        long coveredMs = window.startMs();
        Bytes from = AssessKeys.blocksFrom(model(), source(), window.startMs());
        for (Bytes key : store.keys(from, AssessKeys.blocksFrom(model(), source(), window.endMs()))) {
            Block block = AssessKeys.blockOf(key);
            int last = cover.size() - 1;
            boolean larger =
                    last >= 0 && cover.get(last).startMs() == block.startMs(); // keys sort by start, then level
            if ((larger || block.startMs() >= coveredMs) && span(block).endMs() <= window.endMs()) {
                if (larger) {
                    cover.remove(last);
                }
                cover.add(block);
                coveredMs = span(block).endMs();
            }
        }
        return cover;
    }

    PaneSummary summary(List<Block> blocks) {
        return blocks.stream()
                .map(block -> PaneSummary.of(present(AssessKeys.block(model(), source(), block))))
                .reduce(PaneSummary.NOTHING, PaneSummary::plus);
    }

    /** Where the profiles of these blocks are: keys by version and slice, then by chunk. */
    SortedMap<VersionSlice, SortedMap<Integer, List<Bytes>>> profileKeys(List<Block> blocks) {
        var keys = new TreeMap<VersionSlice, SortedMap<Integer, List<Bytes>>>();
        for (Block block : blocks) {
            for (Bytes key : store.keysOf(AssessKeys.allProfilesOf(model(), source(), block))) {
                AssessKeys.Run run = AssessKeys.runOf(key);
                keys.computeIfAbsent(run.part(), first -> new TreeMap<>())
                        .computeIfAbsent(run.chunk(), first -> new ArrayList<>())
                        .add(key);
            }
        }
        return keys;
    }

    /** The profiles under the keys of one version and slice, in the order of the baseline's features. */
    List<Profile> profiles(Map<Integer, List<Bytes>> keysByChunk) {
        var profiles = new ArrayList<Profile>();
        for (int chunk = 0; chunk < chunks().count(); chunk++) {
            profiles.addAll(merge(chunk, keysByChunk.getOrDefault(chunk, List.of())));
        }
        return profiles;
    }

    private List<Profile> merge(int chunk, List<Bytes> keys) {
        List<Profile> known = keys.size() == 1 ? fresh.get(keys.get(0)) : null;
        if (known != null) {
            return known;
        }
        int first = chunks().start(chunk);
        Profile[] merged = new Profile[chunks().end(chunk) - first];
        for (Bytes key : keys) {
            add(key, first, merged);
        }
        for (int i = 0; i < merged.length; i++) {
            merged[i] = merged[i] == null ? chunks().layout(first + i).newProfile() : merged[i];
        }
        return Arrays.asList(merged);
    }

    private void add(Bytes key, int first, Profile[] merged) {
        List<Profile> known = fresh.get(key);
        if (known != null) {
            for (int i = 0; i < merged.length; i++) {
                merged[i] = merged[i] == null ? chunks().layout(first + i).newProfile() : merged[i];
                merged[i].mergeFrom(known.get(i));
            }
            return;
        }
        var in = new StateReader(present(key), "a block of panes").expectVersion(VERSION);
        for (int i = 0; i < merged.length && in.hasMore(); i++) {
            merged[i] = Partials.sum(merged[i], in.bytes(), chunks().layout(first + i));
        }
    }

    private static byte[] write(List<Profile> profiles) {
        var out = new StateWriter().tag(VERSION);
        profiles.forEach(profile -> out.bytes(profile.toBytes()));
        return out.toBytes();
    }

    private byte[] present(Bytes key) {
        byte[] bytes = store.get(key);
        if (bytes == null) {
            throw new IllegalStateException("store " + store.name() + " listed a key that it does not hold");
        }
        return bytes;
    }

    /** Blocks of two panes and more that end here and start no earlier than anything is needed. */
    private List<Block> endingAt(long endMs, long oldestNeededMs) {
        var blocks = new ArrayList<Block>();
        for (int level = 1; level < MOST_LEVELS; level++) {
            long lengthMs = source.paneMs() << level;
            if (Math.floorMod(endMs, lengthMs) != 0 || endMs - lengthMs < oldestNeededMs) {
                break;
            }
            blocks.add(new Block(endMs - lengthMs, level));
        }
        return blocks;
    }

    private void remove(long fromMs, long toMs, int belowLevel) {
        Bytes from = AssessKeys.blocksFrom(model(), source(), fromMs);
        for (Bytes key : store.keys(from, AssessKeys.blocksFrom(model(), source(), toMs))) {
            Block block = AssessKeys.blockOf(key);
            if (block.level() < belowLevel) {
                store.keysOf(AssessKeys.allProfilesOf(model(), source(), block)).forEach(store::remove);
                store.remove(key);
            }
        }
    }

    private Window span(Block block) {
        return new Window(block.startMs(), block.startMs() + (source.paneMs() << block.level()));
    }

    private String model() {
        return source.model();
    }

    private Source source() {
        return source.source();
    }

    private FeatureChunks chunks() {
        return source.chunks();
    }
}
