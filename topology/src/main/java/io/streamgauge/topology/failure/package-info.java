/** What happens to what cannot be processed. */
@NullMarked
package io.streamgauge.topology.failure;

import org.jspecify.annotations.NullMarked;
