/** The offline twin of the join of serving and training rows: joins two files by identifier and counts what differs. */
@NullMarked
package io.streamgauge.app.skew;

import org.jspecify.annotations.NullMarked;
