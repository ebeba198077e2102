/**
 * Change detection on files: one column of a file as a stream of values, and what a detector of
 * {@link io.streamgauge.statistics.change.ChangeDetectors} says of it.
 */
@NullMarked
package io.streamgauge.app.detect;

import org.jspecify.annotations.NullMarked;
