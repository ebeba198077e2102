/**
 * Comparison of raw values: the metrics that established tools offer (distances and two-sample tests), each in the
 * conventions of those tools, exactly. {@link Metrics} is the one list; {@link MetricSpecification} is how a user writes one.
 */
@NullMarked
package io.streamgauge.statistics.comparison;

import org.jspecify.annotations.NullMarked;
