/**
 * What kind of bug makes the two values of a row differ: systematic transformations found in the evidence of value skew.
 * Pure. Each kind of bug has a {@code Finder}; {@link io.streamgauge.checks.valueskew.diagnosis.Diagnoses} is their list.
 */
@NullMarked
package io.streamgauge.checks.valueskew.diagnosis;

import org.jspecify.annotations.NullMarked;
