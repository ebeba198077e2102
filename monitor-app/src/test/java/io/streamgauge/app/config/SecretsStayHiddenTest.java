package io.streamgauge.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.schemas.yaml.Problem;
import io.streamgauge.schemas.yaml.Secrets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecretsStayHiddenTest {
    @Test
    void noDumpShowsASecret() {
        String text = """
                kafka:
                  bootstrap.servers: localhost:9092
                  sasl.jaas.config: canary-1
                  ssl.keystore.key: canary-2
                  client.rack: ${env:RACK}
                schema-registry:
                  url: http://localhost:8081
                  auth: { user: monitor, password: canary-4 }
                  tls: { truststore: t.p12, truststore-password: canary-5 }
                  serde: { serializer.class: a.B, deserializer.class: a.C, basic.auth.user.info: canary-6 }
                models:
                  fraud:
                    baseline: { file: fraud.avro }
                    features: { topic: fraud.features }
                alerts:
                  sinks:
                    - slack: { webhook: "http://hooks/canary-7" }
                    - pagerduty: { routing-key: canary-8 }
                """;

        MonitorConfig config = Fixtures.parse(text, Map.of("RACK", "canary-3"));

        assertThat(config.toString()).doesNotContain("canary").contains("client.rack=***");
        assertThat(config.kafka().properties().values())
                .containsEntry("client.rack", "canary-3")
                .containsEntry("sasl.jaas.config", "canary-1");
        assertThat(config.alerts().sinks())
                .extracting(sink -> sink.target().value())
                .contains("canary-8");
    }

    @Test
    void noProblemShowsASecret() {
        List<Problem> problems = Fixtures.problems("""
                kafka: { bootstrap.servers: "${env:BROKERS}", ssl.key.password: [ { a: canary-1 } ] }
                schema-registry:
                  url: "http://user:canary-2@localhost:8081"
                  auth: { token: "canary 3" }
                models: { fraud: { baseline: { file: f }, features: { topic: t } } }
                alerts: { sinks: [ { slack: { webhook: canary-4 } } ] }
                """);

        assertThat(problems).hasSize(5);
        assertThat(problems.toString()).doesNotContain("canary").contains("BROKERS");
    }

    @Test
    void placeholderWithABadValueIsShownAsWritten() {
        String text = Fixtures.minimal().replace("localhost:9092", "${env:BROKERS}");
        try {
            Fixtures.parse(text, Map.of("BROKERS", "canary"));
        } catch (RuntimeException e) {
            assertThat(e).hasMessageContaining("found \"${env:BROKERS}\"").hasMessageNotContaining("canary");
            return;
        }
        throw new AssertionError("expected a problem");
    }

    @Test
    void keysThatNameSecretsAreKnown() {
        assertThat(List.of("sasl.jaas.config", "ssl.key.password", "oauth.client.SECRET", "x.token", "aws.credentials"))
                .allMatch(Secrets::named);
        assertThat(List.of("bootstrap.servers", "key.serializer", "topic", "partitioner.class"))
                .noneMatch(Secrets::named);
    }
}
