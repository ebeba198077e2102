/**
 * Distances between a reference and a current profile of one layout: each names its convention (base, bins, smoothing), is
 * finite, not negative, and 0 between a profile and itself. {@link Distances} is the one list.
 */
@NullMarked
package io.streamgauge.statistics.distance;

import org.jspecify.annotations.NullMarked;
