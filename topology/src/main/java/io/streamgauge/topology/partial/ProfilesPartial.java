package io.streamgauge.topology.partial;

import io.streamgauge.checks.Window;
import java.util.List;

/**
 * The profiles of one pane from one input partition.
 *
 * @param chunk which run of the source's features, see {@code FeatureChunks}
 * @param profiles one per feature of the chunk, in the profile format
 */
public record ProfilesPartial(
        SourcePartition from, Window pane, String version, String slice, int chunk, List<byte[]> profiles)
        implements Shuffled {
    /** Stands for the versions of a pane beyond those that are told apart. */
    public static final String OTHER_VERSION = "(other)";

    public ProfilesPartial {
        profiles = List.copyOf(profiles);
    }
}
