/** The baseline: what a model's data looked like at training, as profiles in total and per window, and the file that holds it. */
@NullMarked
package io.streamgauge.schemas.baseline;

import org.jspecify.annotations.NullMarked;
