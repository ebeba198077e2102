/** From the scores of one window to verdicts, with false discoveries held down. Pure. */
@NullMarked
package io.streamgauge.alerts.verdict;

import org.jspecify.annotations.NullMarked;
