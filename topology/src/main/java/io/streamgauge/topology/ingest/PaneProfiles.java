package io.streamgauge.topology.ingest;

import io.streamgauge.statistics.profile.Profile;
import java.util.List;

/** The profiles of one chunk of features over one pane. The profiles are mutable; lives in the store of its task. */
record PaneProfiles(List<Profile> profiles) implements LiveValue {
    PaneProfiles {
        profiles = List.copyOf(profiles);
    }
}
