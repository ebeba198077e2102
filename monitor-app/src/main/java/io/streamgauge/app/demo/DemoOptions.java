package io.streamgauge.app.demo;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How is the demo run?
 *
 * @param headless without the page
 * @param untilEnd end with the report
 * @param speed event time to clock time; null for as fast as the machine can
 * @param partitions of each input topic
 * @param alerts where all alert records go, null for nowhere
 */
public record DemoOptions(
        boolean headless,
        boolean untilEnd,
        @Nullable Double speed,
        int httpPort,
        int partitions,
        @Nullable Path alerts) {}
