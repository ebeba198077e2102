/** From scores to alerts. */
@NullMarked
package io.streamgauge.topology.alert;

import org.jspecify.annotations.NullMarked;
