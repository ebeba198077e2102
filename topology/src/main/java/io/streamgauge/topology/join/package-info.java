/**
 * The join of serving and training rows by identifier: each side is read and sent to the task that its identifier belongs to,
 * where pairs are compared as they meet.
 */
@NullMarked
package io.streamgauge.topology.join;

import org.jspecify.annotations.NullMarked;
