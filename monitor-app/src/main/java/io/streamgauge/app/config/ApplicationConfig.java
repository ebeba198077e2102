package io.streamgauge.app.config;

import java.nio.file.Path;

/**
 * Who is this monitor, and where does it live?
 *
 * @param id Kafka's application id: consumer group and prefix of all internal topics
 * @param stateDir where local state is kept; relative to the working directory
 */
public record ApplicationConfig(String id, Path stateDir, HttpConfig http) {}
