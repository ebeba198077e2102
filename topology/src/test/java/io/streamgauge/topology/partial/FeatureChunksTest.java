package io.streamgauge.topology.partial;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.schemas.baseline.FeatureBaseline;
import io.streamgauge.schemas.contract.FeatureSchema;
import io.streamgauge.schemas.contract.FeatureType;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.statistics.profile.CategoricalProfile;
import io.streamgauge.statistics.profile.Grid;
import io.streamgauge.statistics.profile.Layout;
import io.streamgauge.statistics.profile.NumericProfile;
import io.streamgauge.statistics.profile.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FeatureChunksTest {
    private static final Vocabulary WORDS =
            Vocabulary.of(IntStream.range(0, 1000).mapToObj(i -> "w" + i).toList());
    private static final Grid GRID =
            Grid.of(IntStream.range(0, 63).mapToDouble(i -> i).toArray());
    /** Kafka's default for the largest record, less what a partial needs around its profiles. */
    private static final int LARGEST_RECORD = 1_000_000;

    private static FeatureChunks chunks(Layout layout, int features) {
        var baselines = new ArrayList<FeatureBaseline>();
        for (int i = 0; i < features; i++) {
            var schema = new FeatureSchema("f" + i, Source.FEATURES, FeatureType.NUMERIC);
            baselines.add(new FeatureBaseline(schema, layout, layout.newProfile()));
        }
        return new FeatureChunks(baselines);
    }

    @Test
    void everyFeatureIsInExactlyOneChunkInOrder() {
        for (int features : List.of(0, 1, 2, 50, 1000)) {
            var chunks = chunks(WORDS, features);
            int next = 0;
            for (int chunk = 0; chunk < chunks.count(); chunk++) {
                assertThat(chunks.start(chunk)).isEqualTo(next);
                assertThat(chunks.end(chunk)).isGreaterThan(next);
                next = chunks.end(chunk);
            }
            assertThat(next).isEqualTo(features);
        }
    }

    @Test
    void fewFeaturesAreOneChunk() {
        assertThat(chunks(GRID, 50).count()).isEqualTo(1);
    }

    /** Counts of seven digits and 64 unseen values of the greatest length: about as full as a profile gets. */
    @Test
    void aChunkOfProfilesFilledToTheBrimFitsIntoARecord() {
        CategoricalProfile words = WORDS.newProfile();
        for (int i = 0; i < 2000; i++) {
            words.add("\u20ac".repeat(300) + i);
        }
        for (int doubling = 0; doubling < 40; doubling++) {
            words.mergeFrom(words.copy());
        }
        for (int i = 0; i < WORDS.size(); i++) {
            words.add(WORDS.value(i));
        }
        assertThat(largestChunk(chunks(WORDS, 500)) * (long) words.toBytes().length)
                .isLessThan(LARGEST_RECORD);
    }

    @Test
    void aChunkOfFullGridsFitsIntoARecord() {
        NumericProfile numbers = GRID.newProfile();
        for (int i = -1; i < 64; i++) {
            numbers.add(i);
        }
        for (int doubling = 0; doubling < 50; doubling++) {
            numbers.mergeFrom(numbers.copy());
        }

        assertThat(largestChunk(chunks(GRID, 5000)) * (long) numbers.toBytes().length)
                .isLessThan(LARGEST_RECORD);
    }

    private static int largestChunk(FeatureChunks chunks) {
        return IntStream.range(0, chunks.count())
                .map(chunk -> chunks.end(chunk) - chunks.start(chunk))
                .max()
                .orElseThrow();
    }
}
