/**
 * Holds the statistics of a dataset against its contract. The types of the anomalies and their short
 * descriptions are those of TensorFlow Data Validation, the descriptions say limit and found value in our words; where
 * verdicts differ on purpose, {@link Compatibility} says how to get theirs.
 */
@NullMarked
package io.streamgauge.checks.schema;

import org.jspecify.annotations.NullMarked;
