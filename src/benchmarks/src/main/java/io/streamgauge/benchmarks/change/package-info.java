/** What a step of each change detector costs. */
@NullMarked
package io.streamgauge.benchmarks.change;

import org.jspecify.annotations.NullMarked;
