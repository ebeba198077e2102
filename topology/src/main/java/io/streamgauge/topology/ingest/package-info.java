/** From raw records to the partial profiles of one input partition. */
@NullMarked
package io.streamgauge.topology.ingest;

import org.jspecify.annotations.NullMarked;
