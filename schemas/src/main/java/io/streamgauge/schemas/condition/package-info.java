/** Conditions on the statistics of a feature, in the part of SQL that TensorFlow Data Validation's own are written in. */
@NullMarked
package io.streamgauge.schemas.condition;

import org.jspecify.annotations.NullMarked;
