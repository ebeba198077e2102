package io.streamgauge.app.http;

import io.streamgauge.app.metrics.Metrics;
import io.streamgauge.app.view.Accounting;
import io.streamgauge.app.view.LiveView;

/** What the server shows. */
public record Exposed(LiveView view, Accounting accounting, Metrics metrics, Health health) {}
