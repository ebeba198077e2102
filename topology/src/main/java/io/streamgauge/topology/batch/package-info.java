/** Takes the events of a poll through Kafka Streams as one record. */
@NullMarked
package io.streamgauge.topology.batch;

import org.jspecify.annotations.NullMarked;
