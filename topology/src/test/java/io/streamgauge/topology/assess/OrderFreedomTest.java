package io.streamgauge.topology.assess;

import static io.streamgauge.topology.Fixtures.baseline;
import static io.streamgauge.topology.Fixtures.model;
import static io.streamgauge.topology.Fixtures.settings;
import static io.streamgauge.topology.Fixtures.timeMs;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.checks.Subject;
import io.streamgauge.checks.Window;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.statistics.profile.CategoricalProfile;
import io.streamgauge.statistics.profile.NumericProfile;
import io.streamgauge.topology.Fixtures;
import io.streamgauge.topology.partial.Accounting;
import io.streamgauge.topology.partial.Mark;
import io.streamgauge.topology.partial.ProfilesPartial;
import io.streamgauge.topology.partial.Shuffled;
import io.streamgauge.topology.partial.SourcePartition;
import io.streamgauge.topology.partial.TrafficPartial;
import io.streamgauge.topology.state.LiveFormat;
import io.streamgauge.topology.state.MemoryStores;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Three partitions are heard in whatever order the log has them; the scores are the same. */
class OrderFreedomTest {
    private static final int PARTITIONS = 3;
    private static final long HOUR = Duration.ofHours(1).toMillis();

    private static final AssessDefinition DEFINITION =
            new AssessDefinition(settings(null, model(baseline(), PARTITIONS, "PT1H", "PT2H", "PT3H/PT1H")));

    /** What a partition sends for panes of random hours, each partition at its own pace, and that it ended. */
    private static Queue<Shuffled> partition(int partition, Random random) {
        var from = new SourcePartition(Fixtures.MODEL, Source.FEATURES, "events", partition);
        var sent = new ArrayDeque<Shuffled>();
        long offset = 0;
        for (int hour = random.nextInt(3); hour < 5; hour += 1 + random.nextInt(2)) {
            var pane = new Window(timeMs(hour + ":00"), timeMs(hour + ":00") + HOUR);
            int events = 1 + random.nextInt(100);
            sent.add(new TrafficPartial(
                    from,
                    pane,
                    events,
                    random.nextInt(3),
                    random.nextInt(3),
                    pane.endMs() - 1 - partition,
                    offset,
                    offset + events));
            sent.add(profiles(from, pane, random.nextInt(4) == 0 ? "2" : "1", events, random));
            offset += events;
            if (random.nextBoolean()) {
                sent.add(mark(from, Mark.Kind.WATERMARK, pane.endMs() + random.nextInt(1000), offset));
            }
        }
        sent.add(mark(from, Mark.Kind.ENDED, Long.MAX_VALUE, offset));
        return sent;
    }

    private static Mark mark(SourcePartition from, Mark.Kind kind, long watermarkMs, long events) {
        return new Mark(from, kind, watermarkMs, new Accounting(events, events, 0, 0, events - 1));
    }

    private static ProfilesPartial profiles(
            SourcePartition from, Window pane, String version, int events, Random random) {
        var features = baseline().features(Source.FEATURES);
        var x = (NumericProfile) features.get(0).layout().newProfile();
        var c = (CategoricalProfile) features.get(1).layout().newProfile();
        for (int i = 0; i < events; i++) {
            x.add(random.nextGaussian());
            c.add(String.valueOf((char) ('a' + random.nextInt(4))));
        }
        return new ProfilesPartial(from, pane, version, Subject.ALL, 0, List.of(x.toBytes(), c.toBytes()));
    }

    private static List<Queue<Shuffled>> partitions(long seed) {
        var random = new Random(seed);
        var partitions = new ArrayList<Queue<Shuffled>>();
        for (int partition = 0; partition < PARTITIONS; partition++) {
            partitions.add(partition(partition, random));
        }
        return partitions;
    }

    private static List<Shuffled> interleaved(long seed, Random order) {
        List<Queue<Shuffled>> partitions = partitions(seed);
        var all = new ArrayList<Shuffled>();
        while (!partitions.isEmpty()) {
            Queue<Shuffled> next = partitions.get(order.nextInt(partitions.size()));
            all.add(next.remove());
            if (next.isEmpty()) {
                partitions.remove(next);
            }
        }
        return all;
    }

    private static List<Shuffled> oneAfterTheOther(long seed) {
        return partitions(seed).stream().flatMap(Queue::stream).toList();
    }

    private record Written(List<GenericRecord> outputs, String progress) {}

    /** Everything that assess writes; at random moments it is made to go on from its store alone. */
    private static Written written(List<Shuffled> records, Random restarts) {
        var context = new MockProcessorContext<String, AssessOutput>();
        context.setCurrentSystemTimeMs(0);
        var store = MemoryStores.store(AssessDefinition.STORE, LiveFormat.bytes());
        store.init(context.getStateStoreContext(), store);
        var processor = new AssessProcessor(DEFINITION);
        processor.init(context);
        for (Shuffled record : records) {
            processor.process(new Record<>(record.model(), record, 0));
            if (restarts.nextInt(4) == 0) {
                store.flushCache();
                store.clearCache();
            }
        }
        assertThat(store.keysOf(AssessKeys.trafficFrom(Fixtures.MODEL, Source.FEATURES, 0)))
                .isEmpty();
        List<GenericRecord> outputs = context.forwarded().stream()
                .map(forwarded -> forwarded.record().value().record())
                .toList();
        assertThat(outputs).isNotEmpty();
        byte[] progress = Objects.requireNonNull(store.get(AssessKeys.progress(Fixtures.MODEL, Source.FEATURES)));
        return new Written(outputs, HexFormat.of().formatHex(progress));
    }

    @Property(tries = 800)
    void anyInterleavingGivesTheSameScoresAndProfiles(@ForAll long seed, @ForAll long order) {
        assertThat(written(interleaved(seed, new Random(order)), new Random(order)))
                .isEqualTo(written(oneAfterTheOther(seed), new Random(0)));
    }

    /** At-least-once delivery: after a crash a partition sends again what it had sent last. */
    @Property(tries = 80)
    void repeatedRecordsChangeNothing(@ForAll long seed, @ForAll long order) {
        var random = new Random(order);
        List<Shuffled> once = interleaved(seed, random);
        var repeating = new ArrayList<Shuffled>();
        for (int i = 0; i < once.size(); i++) {
            repeating.add(once.get(i));
            if (random.nextInt(4) == 0) {
                int partition = once.get(i).from().partition();
                once.subList(Math.max(0, i - 6), i + 1).stream()
                        .filter(record -> record.from().partition() == partition)
                        .forEach(repeating::add);
            }
        }

        assertThat(written(repeating, random)).isEqualTo(written(once, random));
    }
}
