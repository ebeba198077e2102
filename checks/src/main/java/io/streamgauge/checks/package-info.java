/**
 * From what a window holds and what it is compared with, to scores. Pure: the service and the offline commands call the same
 * code.
 */
@NullMarked
package io.streamgauge.checks;

import org.jspecify.annotations.NullMarked;
