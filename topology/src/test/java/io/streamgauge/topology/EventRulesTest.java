package io.streamgauge.topology;

import static io.streamgauge.topology.Fixtures.baseline;
import static io.streamgauge.topology.Fixtures.event;
import static io.streamgauge.topology.Fixtures.hour;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.alerts.lifecycle.Alert;
import io.streamgauge.alerts.lifecycle.Phase;
import io.streamgauge.alerts.lifecycle.Severity;
import io.streamgauge.checks.OffsetRange;
import io.streamgauge.checks.Score;
import io.streamgauge.schemas.contract.Action;
import io.streamgauge.schemas.contract.FeatureSchema;
import io.streamgauge.schemas.contract.FeatureType;
import io.streamgauge.schemas.contract.RowPredicate;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.schemas.rule.EventRule;
import io.streamgauge.schemas.rule.EventRules;
import io.streamgauge.topology.partial.Mark;
import io.streamgauge.topology.settings.TopologySettings;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of an event that breaks a rule: flagged or quarantined, counted, with its coordinates, never dropped. */
class EventRulesTest {
    private static final List<FeatureSchema> SLOTS = List.of(
            new FeatureSchema("x", Source.FEATURES, FeatureType.NUMERIC),
            new FeatureSchema("c", Source.FEATURES, FeatureType.CATEGORICAL));

    @TempDir
    private Path state;

    @Test
    void aFlaggedEventIsCountedAndProfiled() {
        try (var monitor = new Monitor(settings(Action.FLAG), state)) {
            monitor.send(hourWithSevenBad()).send(event().at("1:10"));

            Score score = monitor.scores("rule:big").get(0);
            assertThat(score.measurement().value()).isEqualTo(7 / 200.0);
            assertThat(score.evidence())
                    .containsExactlyElementsOf(java.util.stream.LongStream.of(10, 20, 30, 40, 50)
                            .mapToObj(offset -> new OffsetRange("events", 0, offset, offset))
                            .toList());
            assertThat(monitor.scores("effect-size").get(0).measurement().n()).isEqualTo(200);
            assertThat(monitor.rejectedRecords()).isEmpty();
            assertThat(monitor.alerts("rule:big")).singleElement().satisfies(EventRulesTest::saysWhereTheEventsLie);
        }
    }

    private static void saysWhereTheEventsLie(Alert alert) {
        assertThat(alert.kind()).isEqualTo("quality");
        assertThat(alert.phase()).isEqualTo(Phase.FIRING);
        assertThat(alert.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(alert.message()).contains("rule:big").contains("first: events-0@10, events-0@20");
    }

    @Test
    void aQuarantinedEventGoesToTheRejectedTopicAsItCame() {
        try (var monitor = new Monitor(settings(Action.QUARANTINE), state)) {
            List<Event> events = hourWithSevenBad();
            byte[] tenth = events.get(10).bytes(monitor.registry);
            monitor.send(events).send(event().at("1:10"));

            List<GenericRecord> rejected = monitor.rejectedRecords();
            assertThat(rejected).hasSize(7);
            assertThat(rejected.get(0).get("reason")).hasToString("RULE_BROKEN");
            assertThat(rejected.get(0).get("detail")).hasToString("quarantined by rule rule:big");
            assertThat(rejected.get(0).get("offset")).isEqualTo(10L);
            assertThat(rejected.get(0).get("value")).isEqualTo(ByteBuffer.wrap(tenth));
            assertThat(monitor.scores("rule:big").get(0).measurement().value()).isEqualTo(7 / 200.0);
            assertThat(monitor.scores("effect-size").get(0).measurement().n()).isEqualTo(193);
            assertThat(monitor.shuffled().stream()
                            .filter(Mark.class::isInstance)
                            .map(Mark.class::cast))
                    .allMatch(mark -> mark.accounting().balances());
        }
    }

    @Test
    void eventsThatKeepTheRuleMakeNoAlert() {
        try (var monitor = new Monitor(settings(Action.QUARANTINE), state)) {
            monitor.send(hour(0)).send(event().at("1:10"));

            assertThat(monitor.scores("rule:big"))
                    .singleElement()
                    .satisfies(score -> assertThat(score.measurement().value()).isZero());
            assertThat(monitor.alerts("rule:big")).isEmpty();
            assertThat(monitor.rejectedRecords()).isEmpty();
        }
    }

    @Test
    void aWindowWithNothingButQuarantinedEventsIsJudged() {
        try (var monitor = new Monitor(settings(Action.QUARANTINE), state)) {
            for (String time : List.of("0:10", "0:20", "1:10")) {
                monitor.send(event().at(time).feature("x", 7.0));
            }

            assertThat(monitor.scores("rule:big").get(0).measurement().value()).isEqualTo(1);
        }
    }

    @Test
    void countsSurviveARestart() {
        try (var monitor = new Monitor(settings(Action.FLAG), state)) {
            List<Event> events = hourWithSevenBad();
            monitor.send(events.subList(0, 35));
            monitor.forgetLiveObjects();
            monitor.send(events.subList(35, 200)).send(event().at("1:10"));

            Score score = monitor.scores("rule:big").get(0);
            assertThat(score.measurement().value()).isEqualTo(7 / 200.0);
            assertThat(score.evidence()).extracting(OffsetRange::firstOffset).containsExactly(10L, 20L, 30L, 40L, 50L);
        }
    }

    private static List<Event> hourWithSevenBad() {
        List<Event> events = hour(0);
        for (int i = 10; i <= 70; i += 10) {
            events.get(i).feature("x", 7.0);
        }
        return events;
    }

    private static TopologySettings settings(Action action) {
        EventRule rule = EventRules.of(
                new RowPredicate(
                        "big", "x > 5 || c == \"no such\"", io.streamgauge.schemas.contract.Severity.ERROR, action),
                SLOTS);
        return Fixtures.settings(
                null, Fixtures.model(baseline(), 1, "PT1H").withRules(Map.of(Source.FEATURES, List.of(rule))));
    }
}
