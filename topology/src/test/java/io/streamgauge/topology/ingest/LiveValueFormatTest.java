package io.streamgauge.topology.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamgauge.checks.Subject;
import io.streamgauge.schemas.contract.Source;
import io.streamgauge.statistics.profile.NumericProfile;
import io.streamgauge.statistics.profile.Profile;
import io.streamgauge.topology.Fixtures;
import io.streamgauge.topology.partial.FeatureChunks;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.Test;

class LiveValueFormatTest {
    private final FeatureChunks chunks = new FeatureChunks(Fixtures.baseline().features(Source.FEATURES));
    private final LiveValueFormat format = new LiveValueFormat(chunks);
    private final Bytes profilesKey = IngestKeys.profiles(-7, "1", Subject.ALL, 0);

    private LiveValue reread(Bytes key, LiveValue value) {
        return format.read(key, format.write(value));
    }

    @Test
    void progressIsReadAsItWasWritten() {
        var progress = new PartitionProgress();
        progress.newestEventMs = 1;
        progress.newestLagMs = -2;
        progress.watermarkMs = 3;
        progress.idle = true;
        progress.ended = true;
        progress.read = 4;
        progress.profiled = 5;
        progress.late = 6;
        progress.rejected = 7;
        progress.lastOffset = 8;
        progress.rejectedBeforeFirstEvent = 9;

        assertThat(reread(IngestKeys.progress(3), progress))
                .usingRecursiveComparison()
                .isEqualTo(progress);
        assertThat(reread(IngestKeys.progress(3), new PartitionProgress()))
                .usingRecursiveComparison()
                .isEqualTo(new PartitionProgress());
    }

    @Test
    void trafficIsReadAsItWasWritten() {
        var traffic = new PaneTraffic();
        traffic.profiled(50, 2, 10);
        traffic.profiled(40, 0, 12);
        traffic.late = 3;
        traffic.rejected = 4;

        assertThat(traffic.newestEventMs).isEqualTo(50);
        assertThat(traffic.busy.stream()).containsExactly(0, 2);
        assertThat(reread(IngestKeys.traffic(0), traffic))
                .usingRecursiveComparison()
                .isEqualTo(traffic);
    }

    @Test
    void profilesAreReadAsTheyWereWritten() {
        var x = (NumericProfile) chunks.layout(0).newProfile();
        x.add(0.25);
        var profiles = new PaneProfiles(List.of(x, chunks.layout(1).newProfile()));

        var read = (PaneProfiles) reread(profilesKey, profiles);
        assertThat(read.profiles()).extracting(Profile::count).containsExactly(1L, 0L);
        assertThat(read.profiles().get(0).toBytes()).isEqualTo(x.toBytes());
    }

    @Test
    void aPaneCountedOnAnotherBaselinesBinsStartsAfresh() {
        Profile others = chunks.layout(0).newProfile();
        others.addMissing();
        var swapped = new PaneProfiles(List.of(chunks.layout(1).newProfile(), others));

        var read = (PaneProfiles) reread(profilesKey, swapped);
        assertThat(read.profiles()).extracting(Profile::count).containsExactly(0L, 0L);
        assertThat(read.profiles().get(0).layout().fingerprint())
                .isEqualTo(chunks.layout(0).fingerprint());
    }

    @Test
    void anotherReleasesVersionIsRefused() {
        byte[] bytes = format.write(new PaneTraffic());
        bytes[0] = 2;

        assertThatThrownBy(() -> format.read(IngestKeys.traffic(0), bytes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("version 2");
    }

    @Test
    void panesSortByTimeAndAKeySaysWhatItIsOf() {
        assertThat(IngestKeys.traffic(-1)).isLessThan(IngestKeys.traffic(0));
        assertThat(IngestKeys.traffic(255)).isLessThan(IngestKeys.traffic(256));
        assertThat(IngestKeys.paneStartMs(IngestKeys.traffic(-9))).isEqualTo(-9);
        assertThat(IngestKeys.profilesKey(profilesKey)).isEqualTo(new IngestKeys.ProfilesKey(-7, "1", Subject.ALL, 0));
    }
}
