/**
 * What the service knows right now, for people to look at: a bounded read model of scores and alerts in memory, and the
 * consumer that fills it from the output topics. It decides nothing; the topics are the truth.
 */
@NullMarked
package io.streamgauge.app.view;

import org.jspecify.annotations.NullMarked;
