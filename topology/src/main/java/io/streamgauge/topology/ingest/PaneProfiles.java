package io.streamgauge.topology.ingest;

import io.streamgauge.statistics.profile.Profile;

/** The profiles of one chunk of features over one pane. Mutable; lives in the store of its task. */
record PaneProfiles(Profile[] profiles) implements LiveValue {}
