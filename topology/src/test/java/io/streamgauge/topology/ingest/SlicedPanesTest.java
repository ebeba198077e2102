package io.streamgauge.topology.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamgauge.checks.Subject;
import io.streamgauge.schemas.baseline.FeatureBaseline;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.schemas.event.EventBuffer;
import io.streamgauge.schemas.slice.SliceSpec;
import io.streamgauge.schemas.slice.Slices;
import io.streamgauge.statistics.profile.Profile;
import io.streamgauge.topology.Fixtures;
import io.streamgauge.topology.partial.FeatureChunks;
import io.streamgauge.topology.partial.ProfilesPartial;
import io.streamgauge.topology.partial.SourcePartition;
import io.streamgauge.topology.state.LiveStore;
import io.streamgauge.topology.state.MemoryStores;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.junit.jupiter.api.Test;

/** What a slice holds is what counting its events alone gives, in whatever order they come and however often state is written back. */
class SlicedPanesTest {
    private static final long PANE_MS = 3_600_000;
    private static final SourcePartition FROM = new SourcePartition("m", Source.FEATURES, "events", 0);
    private static final List<FeatureBaseline> FEATURES = Fixtures.baseline().features(Source.FEATURES);
    private static final FeatureChunks CHUNKS = new FeatureChunks(FEATURES);
    private static final Slices SLICES = Slices.of(
            List.of(
                    new SliceSpec.Where("high", "x > 0.5", null),
                    new SliceSpec.Where("outside", "x > 1.0 || x < 0.0", null),
                    new SliceSpec.Where("nobody", "x > 1000.0", null),
                    new SliceSpec.By("c", 2, null),
                    new SliceSpec.By("c", 1, "high")),
            FEATURES.stream().map(FeatureBaseline::schema).toList(),
            FEATURES.stream().map(FeatureBaseline::total).toList());

    private record Row(double x, String c, String version) {
        void into(EventBuffer event) {
            event.clear();
            event.eventTime(5);
            event.number(0, x);
            if (!c.isEmpty()) {
                byte[] utf8 = c.getBytes(UTF_8);
                event.text(1, utf8, 0, utf8.length);
            }
        }
    }

    private static List<Row> rows(Random random) {
        var rows = new ArrayList<Row>();
        for (int i = 0; i < 200; i++) {
            String[] values = {"a", "b", "c", "d", ""};
            rows.add(new Row(
                    random.nextGaussian(), values[random.nextInt(values.length)], random.nextInt(9) == 0 ? "2" : "1"));
        }
        return rows;
    }

    /** Profiles as text by version and slice. */
    private static Map<String, String> counted(List<Row> rows, Random writeBacks) {
        var context = new MockProcessorContext<String, IngestOutput>();
        LiveStore<LiveValue> store = MemoryStores.store("panes", new LiveValueFormat(CHUNKS));
        store.init(context.getStateStoreContext(), store);
        var event = new EventBuffer(2, 1 + writeBacks.nextInt(30));
        var panes = new Panes(store, CHUNKS, SLICES.copy(), PANE_MS, event, null);
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).into(event);
            panes.profile(rows.get(i).version(), i);
            if (writeBacks.nextInt(20) == 0) {
                panes.settle();
                store.flushCache();
                store.clearCache();
            }
        }
        var counted = new TreeMap<String, String>();
        for (var partial : panes.complete(FROM, Long.MAX_VALUE)) {
            if (partial instanceof ProfilesPartial profiles) {
                counted.put(
                        profiles.version() + " " + profiles.slice(),
                        profiles.profiles().stream()
                                .map(HexFormat.of()::formatHex)
                                .toList()
                                .toString());
            }
        }
        assertThat(store.keysOf(IngestKeys.profilesOf(0))).isEmpty();
        return counted;
    }

    private static Map<String, String> recounted(List<Row> rows) {
        var sums = new TreeMap<String, Profile[]>();
        var event = new EventBuffer(2);
        var slices = SLICES.copy();
        for (Row row : rows) {
            row.into(event);
            var names = new ArrayList<>(slices.slicesOf(slices.combinationOf(event)));
            names.add(Subject.ALL);
            for (String slice : names) {
                Profile[] profiles = sums.computeIfAbsent(row.version() + " " + slice, first -> newProfiles());
                event.addTo(0, profiles[0]);
                event.addTo(1, profiles[1]);
            }
        }
        return text(sums);
    }

    private static Map<String, String> text(Map<String, Profile[]> sums) {
        var text = new TreeMap<String, String>();
        sums.forEach((slice, profiles) -> text.put(
                slice,
                Arrays.stream(profiles)
                        .map(profile -> HexFormat.of().formatHex(profile.toBytes()))
                        .toList()
                        .toString()));
        return text;
    }

    private static Profile[] newProfiles() {
        return FEATURES.stream().map(feature -> feature.layout().newProfile()).toArray(Profile[]::new);
    }

    @Property(tries = 60)
    void aSliceHoldsWhatItsEventsGiveAlone(@ForAll long seed, @ForAll long order) {
        List<Row> rows = rows(new Random(seed));
        Map<String, String> expected = recounted(rows);
        Collections.shuffle(rows, new Random(order));

        assertThat(counted(rows, new Random(order))).isEqualTo(expected).doesNotContainKey("1 nobody");
    }

    @Test
    void writeBackWhileEventsWaitIsAnErrorAndNotALoss() {
        var context = new MockProcessorContext<String, IngestOutput>();
        LiveStore<LiveValue> store = MemoryStores.store("panes", new LiveValueFormat(CHUNKS));
        store.init(context.getStateStoreContext(), store);
        var event = new EventBuffer(2, 10);
        var panes = new Panes(store, CHUNKS, SLICES.copy(), PANE_MS, event, null);
        new Row(1, "a", "1").into(event);
        panes.profile("1", 0);

        store.flushCache();

        assertThatThrownBy(() -> panes.profile("1", 1)).hasMessageContaining("while events waited");
    }

    /** Which combinations are kept apart depends on the order of events; the sums do not. */
    @Property(tries = 60)
    void howManyCombinationsAreKeptApartChangesNothing(@ForAll long seed) {
        List<Row> rows = rows(new Random(seed));

        assertThat(withAtMost(1, rows)).isEqualTo(withAtMost(3, rows)).isEqualTo(withAtMost(1000, rows));
    }

    private static Map<String, String> withAtMost(int combinations, List<Row> rows) {
        var kept = new HashMap<String, Profile[]>();
        var event = new EventBuffer(2);
        var waiting = new WaitingRows(event);
        var profiles = new SlicedProfiles(
                SLICES.copy(),
                combinations,
                new HashSet<>(),
                name -> waiting.into(kept.computeIfAbsent(name, first -> newProfiles())));
        for (Row row : rows) {
            row.into(event);
            profiles.add(event);
            waiting.count();
        }
        var sums = new TreeMap<String, Profile[]>();
        kept.forEach((name, counted) -> Combination.slices(name).forEach(slice -> {
            Profile[] sum = sums.computeIfAbsent(slice, first -> newProfiles());
            sum[0].mergeFrom(counted[0]);
            sum[1].mergeFrom(counted[1]);
        }));
        return text(sums);
    }
}
