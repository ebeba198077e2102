/** What the topology is built from: models, sources, topics. */
@NullMarked
package io.streamgauge.topology.settings;

import org.jspecify.annotations.NullMarked;
