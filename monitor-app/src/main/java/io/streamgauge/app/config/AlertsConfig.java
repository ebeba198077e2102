package io.streamgauge.app.config;

import java.util.List;

/**
 * When does a verdict become an alert, and who hears of it?
 *
 * @param resolveAfter windows in a row without a finding that end an alert; at least 1
 * @param topicPrefix alerts go to the topics {@code <prefix>.drift}, {@code <prefix>.staleness} and so on
 */
public record AlertsConfig(Confirmation confirm, int resolveAfter, String topicPrefix, List<SinkConfig> sinks) {
    public AlertsConfig {
        sinks = List.copyOf(sinks);
    }

    String rules() {
        return "confirm=" + confirm + ", resolveAfter=" + resolveAfter;
    }
}
