/** How fast other rules are judged on a stored past. */
@NullMarked
package io.streamgauge.benchmarks.whatif;

import org.jspecify.annotations.NullMarked;
