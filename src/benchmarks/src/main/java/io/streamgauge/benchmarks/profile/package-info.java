/** What counting one value, merging and writing a profile cost. */
@NullMarked
package io.streamgauge.benchmarks.profile;

import org.jspecify.annotations.NullMarked;
