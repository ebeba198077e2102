package io.streamgauge.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.schemas.yaml.Problem;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each kind of mistake, alone: one problem at the right key, and nothing else. */
class MistakesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "windows: [ { size: 5 parsecs } ] | windows[0].size | expected a duration",
                "windows: [ { size: 1h, advance: 2h } ] | windows[0].advance | at most the window's size 1h, found 2h",
                "windows: [ { size: 1h }, { size: 90m } ] | windows[1].size | a multiple of the shortest step",
                "windows: [ { size: 1h }, { size: 1h } ] | windows[1] | in the list already",
                "windows: [ { size: 1d, zone: Atlantis } ] | windows[0].zone | a time zone such as Europe/Berlin",
                "windows: [ { size: 36h, zone: UTC } ] | windows[0].size | whole days",
                "windows: [ { size: 2d, advance: 6h, zone: UTC } ] | windows[0].advance | whole days",
                "windows: [ { size: 1s }, { size: 1d } ] | windows[1].size | at most 20160 times",
                "windows: [ { advance: 1h } ] | windows[0].size | missing",
                "windows: [ ] | windows | at least one window",
                "windows: 1h | windows | expected a list",
                "predictions: { topic: 'a b' } | predictions.topic | expected a topic name",
                "predictions: { topic: .. } | predictions.topic | expected a topic name",
                "predictions: { topic: fraud.features } | predictions.topic | already the topic of features",
                "predictions: { topic: p, threshold: high } | predictions.threshold | expected a number",
                "predictions: { topic: p, format: xml } | predictions.format | expected one of avro, json",
                "predictions: { topic: p, lateness: -5m } | predictions.lateness | expected a duration",
                "predictions: { topic: p, earliest: 1980 } | predictions.earliest | expected a time",
                "predictions: [ p ] | predictions | expected a mapping, found a list",
                "labels: | labels | expected a mapping, found nothing",
                "labels: { topic: l, horizon: 0s } | labels.horizon | expected a duration of at least 1s",
                "reference: { topic: r, tolerance: { a: -1 } } | reference.tolerance.a | expected a tolerance",
                "slices: [ { name: all, when: x } ] | slices[0].name | there is a slice \"all\" already",
                "slices: [ { by: company, top: 5 }, { by: company, top: 9 } ] | slices[1].by | there is a slice \"company\" already",
                "slices: [ { name: a, when: x, within: b } ] | slices[0].within | no slice \"b\" that lies in no other",
                "slices: [ { by: company } ] | slices[0].top | missing",
                "checks: { drift: { floor: NaN } } | checks.drift.floor | expected a number",
                "checks: { drift: { floor: 1d } } | checks.drift.floor | expected a number",
                "checks: { drift: { metric: anderson-darling, floor: 1 } } | checks.drift.metric | one of effect-size",
                "checks: { drift: { metric: 'ks:p-value=exact', floor: 1 } } | checks.drift.metric | with parameters as in",
                "checks: { drift: { metric: 'psi:bins=10', floor: 1 } } | checks.drift.metric | as in psi:zero-fill=1e-4",
                "checks: { drift: { metric: e-process } } | checks.drift.floor | in units of e-process",
                "checks: { drift: { metric: e-process, floor: 5 } } | checks.drift.floor | must be at most 1, found 5.0",
                "checks: { drift: { metric: psi } } | checks.drift.floor | in units of psi",
                "checks: { drift: { false-alarms: never } } | checks.drift.false-alarms | expected a rate",
                "checks: { drift: { reference: yesterday } } | checks.drift.reference | expected one of baseline, hour-of-week",
                "checks: { drift: { metric: e-process, floor: 0.1, reference: hour-of-week } } | checks.drift.reference | whatever their hour",
                "checks: { drift: { minimum-rows: 0 } } | checks.drift.minimum-rows | expected a whole number",
                "checks: { quality: { nan: 1.5 } } | checks.quality.nan | between 0.0 and 1.0",
                "checks: { staleness: { topic: never } } | checks.staleness.topic | learned, or off",
                "checks: { features: { a: { drift: { metric: ks } } } } | checks.features.a.drift.floor | in units of ks",
                "checks: { features: { a: { skew: 1 } } } | checks.features.a.skew | unknown key",
                "check: { drift: { floor: 1 } } | check | did you mean \"checks\"?",
                "idle_after: 2m | idle_after | unknown key",
            })
    void inAModel(String lines, String key, String message) {
        assertOnly(Fixtures.problems(Fixtures.withModelLines(lines)), "models.fraud." + key, 11, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "application: { id: 'my monitor' } | application.id | expected a topic name",
                "application: { http: { bind: 8080 } } | application.http.bind | expected an address",
                "application: { http: { bind: '127.0.0.1:99999' } } | application.http.bind | expected an address",
                "application: { http: { bind: '0.0.0.0:80' } } | application.http.bind | say allow-remote: true",
                "topics: { create: yes } | topics.create | expected true or false, found \"yes\"",
                "topics: { partitions: 0 } | topics.partitions | expected a whole number between 1 and 1000",
                "topics: { replication: 0 } | topics.replication | broker-default",
                "alerts: { resolve-after: 1.5 } | alerts.resolve-after | expected a whole number",
                "alerts: { topic-prefix: 'a/b' } | alerts.topic-prefix | expected a prefix",
                "alerts: { sinks: [ { pager: { url: x } } ] } | alerts.sinks[0] | expected one of [alertmanager,",
                "alerts: { sinks: [ { alertmanager: { url: here } } ] } | alerts.sinks[0].alertmanager.url | URL",
                "alerts: 5 | alerts | expected a mapping, found \"5\"",
                "topic: x | topic | did you mean \"topics\"?",
                "alerts: { confirm: '2 of 3', confirm: '2 of 3' } | alerts.confirm | already given in line 11",
                "<<: { a: b } | << | merge keys are not supported",
                "alerts: !!java.net.URL [ x ] | alerts | tags are not allowed",
                "? [ a ] | ^^ | keys must be plain names",
            })
    void atTheTop(String line, String key, String message) {
        List<Problem> problems = Fixtures.problems(Fixtures.minimal() + line + "\n");

        assertThat(problems).anySatisfy(problem -> {
            assertThat(problem.key()).isEqualTo(key);
            assertThat(problem.line()).isEqualTo(11);
            assertThat(problem.message()).contains(message);
        });
    }

    /** Its events would count more than once; for all features or for one. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "drift: { metric: e-process, floor: 0.05 } | drift",
                "features: { a: { drift: { metric: e-process, floor: 0.05 } } } | features.a.drift"
            })
    void anEProcessNeedsWindowsThatDoNotOverlap(String checks, String key) {
        String windows = "windows: [ { size: 1h }, { size: 1d, advance: 1h } ]\nchecks: { " + checks + " }";

        assertOnly(
                Fixtures.problems(Fixtures.withModelLines(windows)),
                "models.fraud.checks." + key + ".metric",
                12,
                "e-process counts each event once, and the model's windows overlap");
    }

    @ParameterizedTest
    @CsvSource({
        "kafka.bootstrap.servers, 1, 2",
        "schema-registry.url, 3, 4",
        "models.fraud.baseline.file, 7, 8",
        "models.fraud.features.topic, 9, 10",
    })
    void missingKeyIsReportedAtItsSection(String key, int sectionLine, int removedLine) {
        List<String> lines = new ArrayList<>(Fixtures.minimal().lines().toList());
        lines.set(sectionLine - 1, lines.get(sectionLine - 1) + " {}");
        lines.set(removedLine - 1, "");

        assertOnly(Fixtures.problems(String.join("\n", lines)), key, sectionLine, "missing: expected");
    }

    @Test
    void aBaselineIsAFileOrATopic() {
        String both = Fixtures.minimal().replace("file: fraud.avro", "{ file: f, topic: t, version: 1 }");
        assertOnly(
                Fixtures.problems(both.replace("baseline:\n      {", "baseline: {")),
                "models.fraud.baseline.file",
                7,
                "not both");
    }

    @Test
    void emptyFileIsOneProblem() {
        assertOnly(Fixtures.problems("# nothing yet\n"), "", 1, "expected a mapping, found nothing");
    }

    @Test
    void emptyMappingMissesEverythingThatIsRequired() {
        assertThat(Fixtures.problems("{}"))
                .extracting(Problem::key)
                .containsExactly("kafka.bootstrap.servers", "schema-registry.url", "models");
    }

    @Test
    void brokenYamlIsOneProblemWithItsPlace() {
        assertOnly(Fixtures.problems(Fixtures.minimal() + "alerts: [\n"), "", 12, "not valid YAML");
    }

    private static void assertOnly(List<Problem> problems, String key, int line, String message) {
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.key()).isEqualTo(key);
            assertThat(problem.line()).isEqualTo(line);
            assertThat(problem.column()).isPositive();
            assertThat(problem.message()).contains(message);
        });
    }
}
