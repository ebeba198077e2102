package io.streamgauge.app.config;

import java.nio.file.Path;

/**
 * Who is this monitor, and where does it live?
 *
 * @param id Kafka's application id: consumer group and prefix of all internal topics
 * @param stateDir where local state is kept; relative to the working directory
 * @param http where health, metrics and the dashboard are served
 */
public record ApplicationConfig(String id, Path stateDir, HttpAddress http) {}
