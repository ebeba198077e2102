/** For those who act on alerts: a consumer that sees each committed alert. */
@NullMarked
package io.streamgauge.alerts.subscriber;

import org.jspecify.annotations.NullMarked;
