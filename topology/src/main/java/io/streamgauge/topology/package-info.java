/** The Kafka Streams topology: ingest, assess, alert. {@link io.streamgauge.topology.MonitorTopology} is the page to read first. */
@NullMarked
package io.streamgauge.topology;

import org.jspecify.annotations.NullMarked;
