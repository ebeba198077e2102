package io.streamgauge.app.service;

import org.jspecify.annotations.Nullable;

/**
 * How is the monitor run this time, besides what its configuration says?
 *
 * @param dev with an embedded broker and registry in place of the configured ones
 * @param untilEnd stop once everything that is in the topics now has been judged
 * @param httpPort in place of the configured port; 0 takes any free one
 */
public record RunOptions(
        boolean dev, boolean untilEnd, @Nullable Integer httpPort) {}
