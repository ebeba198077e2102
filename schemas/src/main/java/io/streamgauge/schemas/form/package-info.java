/**
 * The written form of the training-time contract: YAML for people, read strictly and written so that reading gives the
 * same contract, and what is the difference of two.
 */
@NullMarked
package io.streamgauge.schemas.form;

import org.jspecify.annotations.NullMarked;
