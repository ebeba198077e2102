/** Events that mean nothing, sent to see whether the monitor reads them. */
@NullMarked
package io.streamgauge.app.canary;

import org.jspecify.annotations.NullMarked;
