package io.streamgauge.topology.assess;

import io.streamgauge.checks.Subject;

/** Which events a merged profile is about. */
record VersionSlice(String version, String slice) implements Comparable<VersionSlice> {
    static VersionSlice whole(String version) {
        return new VersionSlice(version, Subject.ALL);
    }

    @Override
    public int compareTo(VersionSlice other) {
        int byVersion = version.compareTo(other.version);
        return byVersion != 0 ? byVersion : slice.compareTo(other.slice);
    }
}
