/** What an event costs from its bytes to the profiles of its pane, with more windows and more slices. */
@NullMarked
package io.streamgauge.benchmarks.ingest;

import org.jspecify.annotations.NullMarked;
