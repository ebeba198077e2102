package io.streamgauge.app.config;

import org.jspecify.annotations.Nullable;

/**
 * How are the topics made that the monitor writes?
 *
 * @param create whether missing ones are created
 * @param partitions at least 1
 * @param replication at least 1, or -1 for the broker's default
 * @param rejected name of the topic for records that could not be used
 * @param late name of the topic for events that came too late; null: they are only counted
 */
public record TopicsConfig(
        boolean create,
        int partitions,
        int replication,
        String rejected,
        @Nullable String late) {}
