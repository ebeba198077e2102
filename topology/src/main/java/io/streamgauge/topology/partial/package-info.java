/** What travels from ingest to assess. */
@NullMarked
package io.streamgauge.topology.partial;

import org.jspecify.annotations.NullMarked;
