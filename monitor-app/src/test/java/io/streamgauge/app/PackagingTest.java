package io.streamgauge.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.streamgauge.app.config.ConfigFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** What can be said about the container files without an engine to run them. */
class PackagingTest {
    private static final Path ROOT = Path.of(System.getProperty("basedir", "monitor-app"))
            .toAbsolutePath()
            .getParent();
    private static final Path DOCKER = ROOT.resolve("src/docker");
    private static final JsonNode COMPOSE = parsed(ROOT.resolve("docker-compose.yml"));
    private static final String FIXED_TAG = "[a-z0-9./-]+:v?[0-9]+\\.[0-9]+\\.[0-9]+";
    private static final Pattern DEFAULT_VALUE = Pattern.compile("\\$\\{[A-Z_]+:-([^}]+)}");
    private static final Pattern METRIC = Pattern.compile("streamgauge_[a-z_]+");

    record Service(String name, JsonNode node) {
        /** Runs to its end and is waited for, so that it needs no port and no health check. */
        boolean isJob() {
            return node.path("restart").asText().equals("no");
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Service> services() {
        return COMPOSE.get("services").properties().stream()
                .map(entry -> new Service(entry.getKey(), entry.getValue()))
                .toList();
    }

    static List<Service> lastingServices() {
        return services().stream().filter(service -> !service.isJob()).toList();
    }

    @ParameterizedTest
    @MethodSource("services")
    void imageHasAFixedTag(Service service) {
        assertThat(service.node().path("image").asText()).matches(FIXED_TAG);
    }

    @ParameterizedTest
    @MethodSource("lastingServices")
    void portsAreOpenOnThisMachineOnly(Service service) {
        assertThat(service.node().path("ports"))
                .isNotEmpty()
                .allSatisfy(port -> assertThat(port.asText()).startsWith("127.0.0.1:"));
    }

    @ParameterizedTest
    @MethodSource("lastingServices")
    void hasAHealthCheck(Service service) {
        assertThat(service.node().at("/healthcheck/test/0").asText()).isEqualTo("CMD");
        assertThat(service.node().at("/healthcheck/interval").asText()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("services")
    void runsAsAUserWithoutPrivileges(Service service) {
        assertThat(service.node().path("user").asText()).matches("[1-9][0-9]*:[0-9]+");
        assertThat(service.node().at("/cap_drop/0").asText()).isEqualTo("ALL");
        assertThat(service.node().at("/security_opt/0").asText()).isEqualTo("no-new-privileges:true");
    }

    @ParameterizedTest
    @MethodSource("services")
    void mountedFilesExistAndVolumesAreDeclared(Service service) {
        for (var volume : service.node().path("volumes")) {
            var source = DEFAULT_VALUE.matcher(volume.asText()).replaceAll("$1").split(":", 2)[0];
            if (source.startsWith(".")) {
                assertThat(ROOT.resolve(source)).exists();
            } else {
                assertThat(COMPOSE.get("volumes").has(source)).as(source).isTrue();
            }
        }
    }

    @Test
    void jobsAreWaitedFor() {
        var waitedFor = services().stream()
                .flatMap(service -> service.node().path("depends_on").properties().stream())
                .filter(other -> other.getValue().path("condition").asText().equals("service_completed_successfully"))
                .map(other -> other.getKey());
        assertThat(waitedFor)
                .containsExactlyInAnyOrderElementsOf(services().stream()
                        .filter(Service::isJob)
                        .map(Service::name)
                        .toList());
    }

    @Test
    void hasNoNameAtTheTopWhichComposeVersion1Rejects() {
        assertThat(COMPOSE.has("name")).isFalse();
    }

    @Test
    void imagesHaveTheVersionsOfThePom() {
        assertThat(COMPOSE.at("/services/kafka/image").asText()).isEqualTo("apache/kafka:" + pom("kafka.version"));
        assertThat(COMPOSE.at("/services/streamgauge/image").asText())
                .isEqualTo("streamgauge:" + pom("version").replace("-SNAPSHOT", ""));
    }

    @Test
    void streamgaugeRunsOnAReadOnlyRootWithASpaceForNativeLibraries() {
        var service = COMPOSE.at("/services/streamgauge");
        assertThat(service.path("read_only").asBoolean()).isTrue();
        assertThat(service.at("/tmpfs/0").asText()).startsWith("/tmp:exec,nosuid,nodev");
    }

    @Test
    void dockerfileEndsAsTheUserThatComposeNames() {
        var user = COMPOSE.at("/services/streamgauge/user").asText();
        assertThat(text(DOCKER.resolve("Dockerfile")).lines().filter(line -> line.startsWith("USER ")))
                .containsExactly("USER " + user);
    }

    @Test
    void dockerfileCopiesFilesThatExist() {
        assertThat(DOCKER.resolve("healthcheck")).isExecutable();
        assertThat(ROOT.resolve("streamgauge")).isExecutable();
        assertThat(ROOT.resolve("mvnw")).isExecutable();
    }

    @Test
    void prometheusReadsTheMountedRulesAndAsksStreamgauge() {
        var prometheus = parsed(DOCKER.resolve("prometheus.yml"));
        assertThat(DOCKER.resolve(prometheus.at("/rule_files/0").asText())).exists();
        assertThat(prometheus.at("/scrape_configs/0/static_configs/0/targets/0").asText())
                .isEqualTo("streamgauge:8080");
    }

    @Test
    void dashboardPanelsHaveATitleAQueryAndAnIdOfTheirOwn() {
        var panels = dashboard().get("panels");
        assertThat(panels).isNotEmpty().allSatisfy(panel -> {
            assertThat(panel.path("title").asText()).isNotEmpty();
            assertThat(panel.at("/targets/0/expr").asText()).isNotEmpty();
        });
        assertThat(panels.findValuesAsText("id")).doesNotHaveDuplicates();
    }

    @Test
    void dashboardAndRulesUseDocumentedMetricsOnly() {
        var documentation = ROOT.resolve("src/site/markdown/metrics.md");
        var documented = new TreeSet<>(metricsIn(text(documentation)));
        var used = new TreeSet<>(metricsIn(text(DOCKER.resolve("alert-rules.yml"))));
        used.addAll(metricsIn(dashboard().toString()));
        assertThat(used).isNotEmpty();
        assertThat(documented).containsAll(used);
    }

    @Test
    void configurationsThatUsersStartFromAreValid() {
        valid(text(DOCKER.resolve("conf/streamgauge.yaml")));
        valid(text(ROOT.resolve("monitor-app/src/main/conf/streamgauge.yaml")));
        valid(blockOfReadme("yaml"));
    }

    @Test
    void codeOfTheReadmeCompiles(@TempDir Path directory) throws IOException {
        var source = directory.resolve("Readme.java");
        Files.writeString(source, """
                import io.streamgauge.alerts.subscriber.AlertSubscriber;
                import io.streamgauge.schemas.serde.*;
                import java.net.URI;
                import java.time.Duration;
                import java.util.*;

                class Readme {
                    void read() {
                %s
                    }
                }
                """.formatted(blockOfReadme("java")));
        var messages = new ByteArrayOutputStream();
        ToolProvider.getSystemJavaCompiler()
                .run(null, messages, messages, "-proc:none", "-d", directory.toString(), source.toString());
        assertThat(messages.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    private static void valid(String configuration) {
        assertThatCode(() -> ConfigFile.parse("configuration", configuration, Path.of(""), name -> null))
                .doesNotThrowAnyException();
    }

    private static String blockOfReadme(String language) {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(text(ROOT.resolve("README.md")))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }

    private static List<String> metricsIn(String text) {
        return METRIC.matcher(text).results().map(match -> match.group()).toList();
    }

    private static JsonNode dashboard() {
        return parsed(DOCKER.resolve("grafana/dashboards/streamgauge.json"));
    }

    private static String pom(String element) {
        var pattern = Pattern.compile("<" + Pattern.quote(element) + ">([^<]+)<");
        return pattern.matcher(text(ROOT.resolve("pom.xml")))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }

    /** JSON is YAML too. SnakeYAML itself, because Jackson leaves anchors and {@code <<} as they are. */
    private static JsonNode parsed(Path file) {
        return new ObjectMapper().valueToTree(new Yaml().load(text(file)));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
