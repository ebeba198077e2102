package io.streamgauge.topology.partial;

import io.streamgauge.schemas.baseline.FeatureBaseline;
import io.streamgauge.statistics.profile.Grid;
import io.streamgauge.statistics.profile.Layout;
import java.util.ArrayList;
import java.util.List;

/**
 * How a source's features are cut into runs whose profiles fit into one record, however full they get: a record that is too large
 * for the broker would stop the service for good. The cut follows from the baseline alone, so ingest and assess agree on it.
 */
public final class FeatureChunks {
    private static final int LARGEST_CHUNK_BYTES = 512 * 1024;
    private static final int BYTES_PER_COUNT = 9;
    private static final int BYTES_OF_UNSEEN_VALUES = 64 * (256 + 32);
    private static final int BYTES_OF_REST = 256;

    private final List<FeatureBaseline> features;
    private final List<Integer> starts = new ArrayList<>();

    public FeatureChunks(List<FeatureBaseline> features) {
        this.features = List.copyOf(features);
        int filled = LARGEST_CHUNK_BYTES;
        for (int i = 0; i < features.size(); i++) {
            int bound = sizeBound(features.get(i).layout());
            if (filled + bound > LARGEST_CHUNK_BYTES) {
                starts.add(i);
                filled = 0;
            }
            filled += bound;
        }
    }

    public int count() {
        return starts.size();
    }

    /** Index of the chunk's first feature. */
    public int start(int chunk) {
        return starts.get(chunk);
    }

    /** Index behind the chunk's last feature. */
    public int end(int chunk) {
        return chunk + 1 < starts.size() ? starts.get(chunk + 1) : features.size();
    }

    public Layout layout(int feature) {
        return features.get(feature).layout();
    }

    public int features() {
        return features.size();
    }

    /** Bytes that a serialised profile of this layout never exceeds. */
    private static int sizeBound(Layout layout) {
        int counts = layout.bins() * BYTES_PER_COUNT + BYTES_OF_REST;
        return layout instanceof Grid ? counts : counts + BYTES_OF_UNSEEN_VALUES;
    }
}
