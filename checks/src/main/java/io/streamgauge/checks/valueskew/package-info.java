/**
 * The same row seen twice, at serving and in training: which values differ, how often, and the evidence of it. Pure: the
 * join of two streams and the command on two files call the same code. What kind of bug the evidence points to is told by
 * {@code io.streamgauge.checks.valueskew.diagnosis}.
 */
@NullMarked
package io.streamgauge.checks.valueskew;

import org.jspecify.annotations.NullMarked;
