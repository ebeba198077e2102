/**
 * Statistics of a dataset as TensorFlow Data Validation keeps them, and its distances between them. Pure values, so that
 * imported statistics and those that are built here go through the same checks.
 */
@NullMarked
package io.streamgauge.statistics.tfdv;

import org.jspecify.annotations.NullMarked;
