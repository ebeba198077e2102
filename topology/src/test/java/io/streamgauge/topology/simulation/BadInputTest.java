package io.streamgauge.topology.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.alerts.record.WindowMarkRecord;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.topology.Fixtures;
import io.streamgauge.topology.assess.Assess;
import io.streamgauge.topology.assess.AssessDefinition;
import io.streamgauge.topology.assess.AssessOutput;
import io.streamgauge.topology.ingest.Ingest;
import io.streamgauge.topology.ingest.IngestDefinition;
import io.streamgauge.topology.ingest.IngestOutput;
import io.streamgauge.topology.settings.BoundedInput;
import io.streamgauge.topology.settings.ModelSettings;
import io.streamgauge.topology.settings.TopologyMeter;
import io.streamgauge.topology.state.MemoryState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Bad records leave no trace but their own: what is said of the good ones is the same to the byte as without them. */
class BadInputTest {
    private static final int HOURS = 5;
    private static final int EVENTS = HOURS * 60;
    private static final int ONE_IN = 20;
    /** The share of rejected records is of course another one, so no alert is compared: it shares a window with it. */
    private static final String REJECTED = "rejected";

    private static final ModelSettings MODEL = Fixtures.model(Fixtures.baseline(), 1, "PT1H");

    private static final AssessDefinition ASSESS = new AssessDefinition(Fixtures.settings(null, MODEL));

    /** A record at its offset; what befell it, if anything did. */
    private record Sent(
            long atMs,
            byte @Nullable [] key,
            byte @Nullable [] value,
            @Nullable Damage damage) {}

    private static List<Sent> stream(Random random) {
        var sent = new ArrayList<Sent>();
        for (int i = 0; i < EVENTS; i++) {
            long atMs = Fixtures.MIDNIGHT.toEpochMilli() + i * 60_000L;
            double x = i > 120 && i < 240 ? 0.5 + random.nextDouble() : random.nextDouble();
            sent.add(new Sent(
                    atMs, new byte[] {1}, Workload.event(atMs, atMs, null, x).value(), null));
            if (random.nextInt(ONE_IN) == 0) {
                Damage damage = Damage.values()[random.nextInt(Damage.values().length)];
                sent.add(new Sent(atMs, damage.key(), damage.value(atMs, random), damage));
            }
        }
        return sent;
    }

    /** What comes out, with each good record at its offset and the bad ones left in or out. */
    private static final class Run {
        final List<GenericRecord> scores = new ArrayList<>();
        final List<GenericRecord> profiles = new ArrayList<>();
        final List<String> reasons = new ArrayList<>();

        Run(List<Sent> stream, boolean withBad) {
            var ends = new BoundedInput(Map.of(new TopicPartition("events", 0), stream.size() - 1L));
            var settings = Fixtures.settings(ends, MODEL);
            var assess = new Assess(ASSESS, new MemoryState<>("partials"), this::take);
            var ingest = new Ingest(
                    new IngestDefinition(
                            MODEL, MODEL.source(Source.FEATURES), settings, Workload.REGISTRY, TopologyMeter.NONE),
                    0,
                    new MemoryState<>("panes"),
                    out -> take(out, assess),
                    0);
            for (int offset = 0; offset < stream.size(); offset++) {
                Sent next = stream.get(offset);
                if (withBad || next.damage() == null || next.damage().reason() == null) {
                    ingest.process(offset, next.atMs(), next.key(), next.value(), null, 0);
                }
            }
        }

        private void take(IngestOutput out, Assess assess) {
            if (out instanceof IngestOutput.ToAssess partial) {
                assess.process(partial.record());
            } else if (out instanceof IngestOutput.ToRejected bad) {
                reasons.add(bad.record().get("reason").toString());
            }
        }

        private void take(AssessOutput out) {
            if (out instanceof AssessOutput.ToScores score) {
                scores.add(score.record());
            } else if (out instanceof AssessOutput.ToProfiles profile) {
                profiles.add(profile.record());
            }
        }

        /** Without those that count the traffic, and so what was rejected. */
        private List<String> profilesOfFeatures() {
            return profiles.stream()
                    .filter(profile -> !profile.get("feature").toString().isEmpty())
                    .map(GenericRecord::toString)
                    .toList();
        }

        private List<String> scoresOfGoodEvents() {
            return scores.stream()
                    .filter(score -> WindowMarkRecord.isOne(score)
                            || !score.get("metric").toString().contains(REJECTED))
                    .map(GenericRecord::toString)
                    .toList();
        }
    }

    @Property(tries = 60)
    void badRecordsAreRejectedWithTheirReasonsAndLeaveNoTrace(@ForAll long seed) {
        List<Sent> stream = stream(new Random(seed));
        // The last record ends the input; a good one, so that both runs see it.
        long endMs = Fixtures.MIDNIGHT.toEpochMilli() + EVENTS * 60_000L;
        stream.add(new Sent(endMs, null, Workload.event(endMs).value(), null));

        var with = new Run(stream, true);
        var without = new Run(stream, false);

        assertThat(with.reasons).containsExactlyElementsOf(expectedReasons(stream));
        assertThat(without.reasons).isEmpty();
        assertThat(with.profilesOfFeatures()).hasSizeGreaterThan(8).isEqualTo(without.profilesOfFeatures());
        assertThat(with.scoresOfGoodEvents()).hasSizeGreaterThan(30).isEqualTo(without.scoresOfGoodEvents());
    }

    private static List<String> expectedReasons(List<Sent> stream) {
        var reasons = new ArrayList<String>();
        for (Sent sent : stream) {
            if (sent.damage() != null && sent.damage().reason() != null) {
                reasons.add(sent.damage().reason().name());
            }
        }
        return reasons;
    }
}
