/** What the service counts, and how Prometheus reads it. Tags come from the configuration, never from data. */
@NullMarked
package io.streamgauge.app.metrics;

import org.jspecify.annotations.NullMarked;
