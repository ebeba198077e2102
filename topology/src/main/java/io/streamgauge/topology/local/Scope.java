package io.streamgauge.topology.local;

/** Which windows and panes are to be judged? Those at the edges of what is read are not whole. */
@FunctionalInterface
public interface Scope {
    Scope ALL = (startMs, endMs) -> true;

    boolean covers(long startMs, long endMs);
}
