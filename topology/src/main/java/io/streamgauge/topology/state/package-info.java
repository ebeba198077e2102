/** How state is kept: live objects over a changelogged store, compact formats with a version byte. */
@NullMarked
package io.streamgauge.topology.state;

import org.jspecify.annotations.NullMarked;
