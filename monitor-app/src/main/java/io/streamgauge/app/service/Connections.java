package io.streamgauge.app.service;

import io.streamgauge.app.config.MonitorConfig;
import io.streamgauge.app.config.RegistryConfig;
import io.streamgauge.schemas.serde.ExternalSerde;
import io.streamgauge.schemas.serde.RegistryClient;
import io.streamgauge.schemas.serde.RegistrySerde;
import io.streamgauge.schemas.serde.SerdeSettings;
import io.streamgauge.schemas.serde.SubjectStrategy;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.serialization.Serde;

/** How this process reaches Kafka and the schema registry, as the configuration says. */
public final class Connections implements AutoCloseable {
    private final MonitorConfig config;
    private final RegistryClient registry;

    public Connections(MonitorConfig config) {
        this.config = config;
        this.registry = new RegistryClient(config.registry().settings());
    }

    /** Properties for any Kafka client. */
    public Map<String, Object> kafka() {
        var properties = new HashMap<String, Object>(config.kafka().properties().values());
        properties.put(
                CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, config.kafka().bootstrapServers());
        return properties;
    }

    public RegistryClient registry() {
        return registry;
    }

    /**
     * Reads and writes our own records: with the user's serializer where one is configured. The scores topic holds two kinds of
     * records, so that subjects are named by topic and record.
     */
    public Serde<GenericRecord> records() {
        RegistryConfig.SerdePlugin plugin = config.registry().serde();
        if (plugin == null) {
            return RegistrySerde.of(
                    registry,
                    SerdeSettings.defaults()
                            .withSubjects(SubjectStrategy.TOPIC_RECORD)
                            .withAutoRegister(config.registry().autoRegister()));
        }
        var properties = new HashMap<String, Object>();
        properties.put(
                "schema.registry.url",
                config.registry().settings().urls().stream()
                        .map(Object::toString)
                        .collect(Collectors.joining(",")));
        properties.put("auto.register.schemas", config.registry().autoRegister());
        properties.put("value.subject.name.strategy", "io.confluent.kafka.serializers.subject.TopicRecordNameStrategy");
        properties.putAll(plugin.properties().values());
        return ExternalSerde.of(plugin.serializerClass(), plugin.deserializerClass(), properties);
    }

    @Override
    public void close() {
        registry.close();
    }
}
