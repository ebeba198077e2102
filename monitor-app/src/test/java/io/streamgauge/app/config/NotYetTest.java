package io.streamgauge.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.app.config.NotYet.Note;
import org.junit.jupiter.api.Test;

class NotYetTest {
    @Test
    void whatIsActedOnHasNoNote() {
        assertThat(NotYet.notes(Fixtures.parse(Fixtures.minimal()))).isEmpty();
    }

    @Test
    void everyThingThatIsNotActedOnHasOneNoteWithItsKey() {
        MonitorConfig config = Fixtures.parse(Fixtures.withModelLines("""
                labels: { topic: fraud.labels }
                reference: { topic: fraud.training }
                windows: [ { size: 1h }, { size: 1d, advance: 1h } ]
                slices: [ { by: company, top: 20 } ]
                checks: { staleness: { topic: 1h, feature: 15m, model: 30d, deployed: 30d, baseline: 1d, label-delay: 1d } }
                """) + """
                alerts:
                  sinks: [ { webhook: { url: "http://localhost:9000/alerts" } } ]
                """);

        assertThat(NotYet.notes(config))
                .extracting(Note::key)
                .containsExactly(
                        "models.fraud.checks.staleness.feature",
                        "models.fraud.checks.staleness.deployed",
                        "models.fraud.checks.staleness.baseline",
                        "models.fraud.checks.staleness.label-delay",
                        "alerts.sinks");
    }

    @Test
    void agesThatAreNamedHaveNoNote() {
        assertThat(NotYet.notes(Fixtures.parse(Fixtures.withModelLines("""
                predictions: { topic: fraud.predictions, feature-times: computed_at, deployed-at: d, trained-at: t }
                labels: { topic: fraud.labels, ages: { prediction: predicted_at } }
                checks: { staleness: { feature: 15m, label-delay: 1d, deployed: 30d, baseline: 1d } }
                """)))).isEmpty();
    }

    @Test
    void baselineInATopicHasANote() {
        MonitorConfig config = Fixtures.parse(
                Fixtures.minimal().replace("file: fraud.avro", "topic: streamgauge.baselines\n      version: 3"));

        assertThat(NotYet.notes(config)).extracting(Note::key).containsExactly("models.fraud.baseline.topic");
    }
}
