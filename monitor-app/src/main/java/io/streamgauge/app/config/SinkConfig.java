package io.streamgauge.app.config;

import io.streamgauge.schemas.yaml.Secret;

/**
 * Where else do alerts go?
 *
 * @param kind {@code alertmanager}, {@code slack}, {@code pagerduty} or {@code webhook}
 * @param target the address, or PagerDuty's routing key: who knows it can write there
 */
public record SinkConfig(String kind, Secret target) {}
