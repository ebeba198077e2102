/** The training-time contract of a model: which features it has, of which type, from which source. */
@NullMarked
package io.streamgauge.schemas.contract;

import org.jspecify.annotations.NullMarked;
