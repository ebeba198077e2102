/** Backtests: what the monitor would have said about a stretch of the past, from files or topics, and how else it could judge. */
@NullMarked
package io.streamgauge.app.backtest;

import org.jspecify.annotations.NullMarked;
