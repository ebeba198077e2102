package io.streamgauge.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamgauge.checks.WindowSpec;
import io.streamgauge.schemas.decode.Format;
import io.streamgauge.schemas.slice.SliceSpec;
import io.streamgauge.schemas.yaml.InvalidConfigException;
import io.streamgauge.schemas.yaml.Place;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigFileTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void tenLinesAreEnough() {
        MonitorConfig config = Fixtures.parse(Fixtures.minimal());

        assertThat(Fixtures.minimal().lines()).hasSize(10);
        assertThat(config.kafka().bootstrapServers()).isEqualTo("localhost:9092");
        assertThat(config.registry().settings().urls()).containsExactly(URI.create("http://localhost:8081"));
        assertThat(config.application().http().port()).isEqualTo(8080);
        assertThat(config.topics().replication()).isEqualTo(-1);
        ModelConfig model = config.model("fraud");
        assertThat(model.baseline()).isEqualTo(new BaselineConfig.InFile(Fixtures.DIRECTORY.resolve("fraud.avro")));
        assertThat(model.windows()).containsExactly(WindowSpec.tumbling(HOUR));
        assertThat(model.predictions()).isNull();
        assertThat(model.labels()).isNull();
    }

    @Test
    void sourceHasContractFieldsAndAGuardUnlessItSaysOtherwise() {
        SourceConfig features = Fixtures.onlyModel(Fixtures.minimal()).features();

        assertThat(features.format()).isEqualTo(Format.AVRO);
        assertThat(features.eventTime()).isEqualTo("eventTime");
        assertThat(features.guard())
                .isEqualTo(new GuardConfig(
                        Duration.ofMinutes(5), Duration.ofMinutes(2), HOUR, Instant.parse("1980-01-01T00:00:00Z")));
    }

    @Test
    void fullExampleIsReadCompletely() {
        MonitorConfig config = Fixtures.parse(Fixtures.resource("taxi.yaml"), Map.of("SLACK_URL", "http://slack/x"));

        ModelConfig model = config.model("taxi-tips");
        assertThat(config.application().id()).isEqualTo("taxi-monitor");
        assertThat(config.application().stateDir()).isEqualTo(Path.of("/var/lib/streamgauge"));
        assertThat(model.baseline()).isEqualTo(new BaselineConfig.InTopic("streamgauge.baselines", "3"));
        assertThat(model.sources())
                .extracting(SourceConfig::topic)
                .containsExactly("taxi.features", "taxi.predictions", "taxi.labels", "taxi.training_features");
        assertThat(model.features().version()).isEqualTo("model_version");
        assertThat(model.predictions().threshold()).isEqualTo(0.5);
        assertThat(model.predictions().featureTimes()).isEqualTo("feature_ts");
        assertThat(model.labels().horizon()).isEqualTo(Duration.ofDays(2));
        assertThat(model.reference().tolerance()).containsExactly(Map.entry("trip_miles", new Tolerance(0.01, false)));
        assertThat(model.windows())
                .containsExactly(WindowSpec.tumbling(HOUR), new WindowSpec(Duration.ofDays(1), HOUR, null));
        assertThat(model.pane()).isEqualTo(HOUR);
        assertThat(model.slices())
                .containsExactly(
                        new SliceSpec.Where("cash", "payment_type == \"Cash\"", null),
                        new SliceSpec.By("company", 20, null));
        assertThat(model.checks().staleness())
                .isEqualTo(new StalenessConfig(
                        new LimitConfig(Duration.ofMinutes(10)),
                        new LimitConfig(Duration.ofMinutes(15)),
                        Duration.ofDays(30),
                        null,
                        null,
                        new LimitConfig(Duration.ofDays(3)),
                        null,
                        null,
                        null,
                        PartsConfig.NONE));
        assertThat(config.alerts().confirm()).isEqualTo(new Confirmation(2, 3));
        assertThat(config.alerts().sinks()).extracting(SinkConfig::kind).containsExactly("alertmanager", "slack");
    }

    @Test
    void featureOverrideFillsItsGapsFromTheModelAndThenFromTheDefaults() {
        ChecksConfig checks = Fixtures.onlyModel(Fixtures.withModelLines("""
                checks:
                  drift: { floor: 0.05, false-alarms: 2 per 7d }
                  features:
                    amount: { drift: { floor: 0.5 }, quality: { missing: 0.2 } }
                    miles: { drift: { metric: wasserstein, floor: 1 } }
                    company: { drift: { metric: "psi:zero-fill=1e-4,missing=drop", floor: 0.1 } }
                """)).checks();

        assertThat(checks.of("amount").drift().floor()).isEqualTo(0.5);
        assertThat(checks.of("amount").drift().falseAlarms())
                .isEqualTo(checks.drift().falseAlarms());
        assertThat(checks.of("amount").quality().missing()).isEqualTo(0.2);
        assertThat(checks.of("amount").quality().unseen())
                .isEqualTo(checks.quality().unseen());
        assertThat(checks.of("miles").drift().metric()).isEqualTo("wasserstein");
        assertThat(checks.of("company").drift().metric()).isEqualTo("psi:zero-fill=1e-4,missing=drop");
        assertThat(checks.of("country")).isEqualTo(new FeatureChecks(checks.drift(), checks.quality(), null, null));
        assertThat(checks.drift().metric()).isEqualTo("effect-size");
    }

    @Test
    void fiveMistakesAreReportedTogetherWithTheirKeysAndLines() {
        assertThat(Fixtures.problems(Fixtures.resource("five-mistakes.yaml")))
                .extracting(problem -> problem.key() + " line " + problem.line())
                .containsExactly(
                        "models.fraud.features.topic line 8",
                        "models.fraud.features.latenes line 10",
                        "models.fraud.windows[1].size line 13",
                        "models.fraud.checks.drift.metric line 15",
                        "alerts.confirm line 17");
    }

    @Test
    void messageHasOneLineForEachProblem() {
        assertThatThrownBy(() -> Fixtures.parse(Fixtures.resource("five-mistakes.yaml")))
                .isInstanceOf(InvalidConfigException.class)
                .message()
                .contains("test.yaml:10:7: models.fraud.features.latenes: unknown key; did you mean \"lateness\"?")
                .contains("test.yaml:17:12: alerts.confirm: expected N of M such as 2 of 3, with N at most M,"
                        + " found \"3 of 2\"")
                .satisfies(message -> assertThat(message.lines()).hasSize(5));
    }

    @Test
    void kafkaPropertiesPassThrough() {
        MonitorConfig config = Fixtures.parse(Fixtures.minimal().replace("localhost:9092", """
                [ "a:1", "b:2" ]
                  ssl.enabled.protocols: "TLSv1.3, TLSv1.2"
                  num.stream.threads: 4
                """.stripTrailing()));

        assertThat(config.kafka().bootstrapServers()).isEqualTo("a:1,b:2");
        assertThat(config.kafka().properties().values())
                .containsExactly(
                        Map.entry("ssl.enabled.protocols", "TLSv1.3, TLSv1.2"), Map.entry("num.stream.threads", "4"));
    }

    @Test
    void placesSayWhereEachGivenKeyStands() {
        ConfigFile file = ConfigFile.parse("x", Fixtures.minimal(), Fixtures.DIRECTORY, name -> null);

        assertThat(file.places())
                .containsEntry("models.fraud.features.topic", new Place(10, 7))
                .doesNotContainKey("models.fraud.features.lateness");
    }

    @Test
    void hashIsTheSameWhereverTheMonitorRunsAndChangesWithTheRules() {
        String text = Fixtures.minimal();
        String hash = Fixtures.parse(text).hashOf("fraud", "");

        assertThat(hash).matches("[0-9a-f]{16}");
        assertThat(Fixtures.parse(text.replace("localhost", "elsewhere").replace("fraud.avro", "/tmp/f.avro"))
                        .hashOf("fraud", ""))
                .isEqualTo(hash);
        assertThat(Fixtures.parse(text + "alerts: { confirm: 1 of 1 }").hashOf("fraud", ""))
                .isNotEqualTo(hash);
        assertThat(Fixtures.parse(text).hashOf("fraud", "version: 1")).isNotEqualTo(hash);
        assertThat(Fixtures.parse(Fixtures.withModelLines("rules: { schema: here.yaml }"))
                        .hashOf("fraud", "version: 1"))
                .isEqualTo(Fixtures.parse(Fixtures.withModelLines("rules: { schema: there.yaml }"))
                        .hashOf("fraud", "version: 1"));
        assertThat(Fixtures.parse(Fixtures.withModelLines("windows: [ { size: 2h } ]"))
                        .hashOf("fraud", ""))
                .isNotEqualTo(hash);
    }

    @Test
    void unreadableFileIsAProblemToo(@TempDir Path directory) throws Exception {
        Path latin = Files.write(directory.resolve("latin.yaml"), new byte[] {'a', ':', ' ', (byte) 0xe9, '\n'});
        Path large = Files.write(directory.resolve("large.yaml"), new byte[(1 << 20) + 1]);

        for (Path file : List.of(directory, latin, large, directory.resolve("none.yaml"))) {
            assertThatThrownBy(() -> ConfigFile.read(file))
                    .isInstanceOf(InvalidConfigException.class)
                    .hasMessageStartingWith(file + ": expected a YAML file, found ");
        }
    }

    @Test
    void tooManyModelsAreOneProblem() {
        var text = new StringBuilder(
                Fixtures.minimal().substring(0, Fixtures.minimal().indexOf("models:") + 8));
        for (int i = 0; i <= ConfigReader.MOST_MODELS; i++) {
            text.append("  m%d: { baseline: { file: b }, features: { topic: t%d } }%n".formatted(i, i));
        }

        assertThatThrownBy(() -> ConfigFile.parse("test.yaml", text.toString(), Fixtures.DIRECTORY, name -> null))
                .hasMessageContaining("expected at most 500 models, got 501; run several monitors");
    }
}
