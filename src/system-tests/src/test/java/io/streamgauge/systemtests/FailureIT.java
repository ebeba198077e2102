package io.streamgauge.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.streamgauge.app.dev.DevCluster;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can go wrong at the start is said in one clear line, soon, and with the right exit code. */
class FailureIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    /** Nothing listens there. */
    private static final String NOBODY = "127.0.0.1:1";

    @TempDir
    private static Path dir;

    private static DevCluster cluster;
    private static String good;

    @BeforeAll
    static void prepareWhatWouldWork() throws Exception {
        cluster = DevCluster.start(dir.resolve("broker"));
        new ShopOrders(cluster.bootstrapServers(), cluster.registryUrl()).createTopics();
        good = Files.readString(ShopMonitor.prepare(
                dir, cluster.bootstrapServers(), cluster.registryUrl().toString(), ""));
    }

    @AfterAll
    static void stopBroker() {
        cluster.close();
    }

    @Test
    void noBroker() throws Exception {
        Path config = write(good.replace(cluster.bootstrapServers(), NOBODY));
        try (var run = Streamgauge.start(dir, "run", "--config", config.toString());
                var tail = Streamgauge.start(dir, "alerts", "tail", "--config", config.toString())) {
            assertOneLine(run, "run", "no Kafka broker answers at " + NOBODY);
            assertOneLine(tail, "alerts tail", "no Kafka broker answers at " + NOBODY);
        }
    }

    @Test
    void noAlertTopicsForTail() throws Exception {
        Path config = write(good + "alerts: { topic-prefix: elsewhere }\n");
        try (var tail = Streamgauge.start(dir, "alerts", "tail", "--until-end", "--config", config.toString())) {
            assertOneLine(tail, "alerts tail", "alert topics [elsewhere.drift");
        }
    }

    @Test
    void noRegistry() throws Exception {
        assertRefused(
                good.replace(cluster.registryUrl().toString(), "http://" + NOBODY),
                "no schema registry answers at [http://" + NOBODY + "]");
    }

    @Test
    void missingInputTopic() throws Exception {
        assertRefused(
                good.replace("topic: shop.orders\n", "topic: shop.oders\n"), "input topics [shop.oders] do not exist");
    }

    @Test
    void missingBaseline() throws Exception {
        assertRefused(good.replace("file: orders.baseline", "file: none.baseline"), "none.baseline");
    }

    @Test
    void baselineOfAnotherModel() throws Exception {
        assertRefused(
                good.replace("file: orders.baseline", "file: orders-json.baseline"),
                "is of model 'orders-json', but the configuration gives it to model 'orders'");
    }

    @Test
    void baselineThatDoesNotFit() throws Exception {
        assertRefused(
                good.replace("{ amount: payment.total, country", "{ amout: payment.total, country"),
                "the baseline has no feature \"amout\"");
    }

    @Test
    void portTaken() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertRefused(
                    good.replace("127.0.0.1:0", "127.0.0.1:" + taken.getLocalPort()),
                    Integer.toString(taken.getLocalPort()));
        }
    }

    @Test
    void fiveMistakesAreAllSaidWithKeyAndLine() throws Exception {
        Path config = write("""
                kafka: { bootstrap.servers: "localhost:9092" }
                schema-registry: { url: nowhere }
                models:
                  fraud:
                    baseline: { file: fraud.avro }
                    features: { topic: fraud.features, latenes: 5m }
                    windows: [ { size: 1h }, { size: 90m } ]
                    checks: { drift: { metric: jenson-shannon } }
                alerts: { confirm: 3 of 2 }
                """);
        try (var run = Streamgauge.start(dir, "run", "--config", config.toString());
                var check = Streamgauge.start(dir, "config", "check", "--config", config.toString())) {
            assertThat(run.exitCode(SOON)).isEqualTo(2);
            assertThat(check.exitCode(SOON)).isEqualTo(2);

            assertThat(run.out()).isEmpty();
            assertThat(check.err()).isEmpty();
            assertThat(run.err()).isEqualTo(check.out());
            assertThat(run.err()
                            .lines()
                            .map(line -> line.replace(config.toString(), "")
                                    .replaceAll("^:(\\d+):\\d+: ([^:]+): .*", "$1 $2")))
                    .containsExactly(
                            "2 schema-registry.url",
                            "6 models.fraud.features.latenes",
                            "7 models.fraud.windows[1].size",
                            "8 models.fraud.checks.drift.metric",
                            "9 alerts.confirm");
        }
    }

    @Test
    void whatIsNotActedOnIsSaidByCheckAndRun() throws Exception {
        Path config = write(good.replace(
                "    checks: { drift: { floor: 0.05 } }\n  orders-json:",
                "    checks: { drift: { floor: 0.05 }, staleness: { feature: 15m } }\n  orders-json:"));
        try (var check = Streamgauge.start(dir, "config", "check", "--config", config.toString())) {
            assertThat(check.exitCode(SOON)).as(check.out()).isZero();
            assertThat(check.out())
                    .startsWith("ok: 2 models")
                    .contains("note: models.orders.checks.staleness.feature: ");
        }
        try (var run = Streamgauge.start(dir, "run", "--until-end", "--config", config.toString())) {
            assertThat(run.exitCode(SOON)).as(run.err()).isZero();
            assertThat(run.err().lines().filter(line -> line.contains(" WARN ")))
                    .singleElement()
                    .asString()
                    .contains("models.orders.checks.staleness.feature");
        }
    }

    @Test
    void describeAndShowNeedNoBroker() throws Exception {
        Path config = write(good.replace(cluster.bootstrapServers(), NOBODY));
        try (var describe = Streamgauge.start(dir, "topology", "describe", "--config", config.toString());
                var show = Streamgauge.start(dir, "baseline", "show", "--format", "json", "orders.baseline")) {
            assertThat(describe.exitCode(SOON)).as(describe.err()).isZero();
            assertThat(describe.out()).contains("[ingest]", "shop.orders.json", "shop-monitor-scores", "Topologies:");
            assertThat(describe.err()).isEmpty();

            assertThat(show.exitCode(SOON)).as(show.err()).isZero();
            JsonNode baseline = new ObjectMapper().readTree(show.out());
            assertThat(baseline.get("model").textValue()).isEqualTo("orders");
            assertThat(show.err()).isEmpty();
        }
    }

    private static void assertRefused(String config, String reason) throws Exception {
        try (var run = Streamgauge.start(dir, "run", "--config", write(config).toString())) {
            assertOneLine(run, "run", reason);
        }
    }

    private static void assertOneLine(Streamgauge process, String command, String reason) throws Exception {
        assertThat(process.exitCode(SOON)).as(process.err()).isEqualTo(3);

        assertThat(process.out()).isEmpty();
        assertThat(process.err().lines().filter(line -> !line.contains(" INFO ")))
                .singleElement()
                .asString()
                .startsWith("streamgauge " + command + ": ")
                .contains(reason);
    }

    private static Path write(String config) throws IOException {
        return Files.writeString(Files.createTempFile(dir, "config-", ".yaml"), config);
    }
}
