package io.streamgauge.topology.ingest;

/** What the store of an ingest task keeps alive. */
public sealed interface LiveValue permits PartitionProgress, PaneTraffic, PaneProfiles, Sequences {}
