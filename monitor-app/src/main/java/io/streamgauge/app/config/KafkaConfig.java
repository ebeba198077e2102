package io.streamgauge.app.config;

import io.streamgauge.schemas.yaml.ClientProperties;

/**
 * How is Kafka reached?
 *
 * @param bootstrapServers {@code host:port}, separated by commas
 * @param properties everything else under {@code kafka}, passed to every Kafka client as it is
 */
public record KafkaConfig(String bootstrapServers, ClientProperties properties) {}
