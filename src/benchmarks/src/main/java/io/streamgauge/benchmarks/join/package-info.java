/** What the join of serving and training rows costs, in time and in memory. */
@NullMarked
package io.streamgauge.benchmarks.join;

import org.jspecify.annotations.NullMarked;
