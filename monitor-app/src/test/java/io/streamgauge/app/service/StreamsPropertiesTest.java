package io.streamgauge.app.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.app.config.ConfigFile;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class StreamsPropertiesTest {
    @Test
    void exactnessIsNotForTheUserToSwitchOff() {
        Properties properties = properties("statestore.cache.max.bytes: \"1000000\", application.id: other");

        assertThat(properties).containsEntry("statestore.cache.max.bytes", 0).containsEntry("application.id", "shop");
        assertThat(properties).containsEntry("processing.guarantee", "exactly_once_v2");
    }

    @Test
    void clientIdIsTheApplicationsUnlessGiven() {
        assertThat(properties("acks: all")).containsEntry("client.id", "shop");
        assertThat(properties("client.id: mine")).containsEntry("client.id", "mine");
    }

    @Test
    void otherPropertiesPassThrough() {
        assertThat(properties("security.protocol: SSL")).containsEntry("security.protocol", "SSL");
    }

    @Test
    void streamsProtocolHasNoStaticMembers() {
        assertThat(properties("acks: all")).containsKey("group.instance.id");
        assertThat(properties("group.protocol: streams")).doesNotContainKey("group.instance.id");
    }

    @Test
    void eventsAreBatchedBehindTheUsersOwnInterceptors() {
        String ours = "io.streamgauge.topology.batch.EventBatches";

        assertThat(properties("acks: all"))
                .containsEntry("main.consumer.interceptor.classes", ours)
                .containsEntry("main.consumer.streamgauge.batched.topics", "t");
        assertThat(properties("consumer.interceptor.classes: a.Tracing"))
                .containsEntry("main.consumer.interceptor.classes", "a.Tracing," + ours);
    }

    private static Properties properties(String kafka) {
        return StreamsProperties.of(ConfigFile.parse("test.yaml", """
                        application: { id: shop }
                        kafka: { bootstrap.servers: "localhost:9092", %s }
                        schema-registry: { url: "http://localhost:8081" }
                        models: { fraud: { baseline: { file: f }, features: { topic: t } } }
                        """.formatted(kafka), Path.of("."), name -> null)
                .config());
    }
}
