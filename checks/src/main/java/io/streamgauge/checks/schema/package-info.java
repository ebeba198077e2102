/**
 * Holds the statistics of a dataset against its contract. Types, texts and order of the anomalies are those of TensorFlow
 * Data Validation; where we differ on purpose, {@link Compatibility} says how to get theirs.
 */
@NullMarked
package io.streamgauge.checks.schema;

import org.jspecify.annotations.NullMarked;
