package io.streamgauge.topology.join;

/** What the store of the join holds. */
sealed interface JoinValue permits GroupChunk, JoinProgress, PaneCounts, PaneSamples {}
