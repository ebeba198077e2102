/** The life of an alert: what each verdict does to it, and what is said about it. Pure. */
@NullMarked
package io.streamgauge.alerts.lifecycle;

import org.jspecify.annotations.NullMarked;
