/** From statistics of training data to the contract that they suggest. */
@NullMarked
package io.streamgauge.schemas.inference;

import org.jspecify.annotations.NullMarked;
