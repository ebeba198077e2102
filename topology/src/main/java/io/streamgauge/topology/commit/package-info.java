/** When is what was written worth a commit of its own? */
@NullMarked
package io.streamgauge.topology.commit;

import org.jspecify.annotations.NullMarked;
