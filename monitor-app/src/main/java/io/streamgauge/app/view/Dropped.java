package io.streamgauge.app.view;

/** How many entries the view has let go to stay within its bounds, since the start. */
public record Dropped(long models, long series, long points, long alerts, long transitions) {}
