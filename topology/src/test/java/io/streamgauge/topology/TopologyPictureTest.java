package io.streamgauge.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.schemas.serde.InMemoryRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

class TopologyPictureTest {
    private static final String PICTURE = "topology.txt";

    @Test
    void namesOfStepsAndStoresAreWhatTheyWere() {
        String now = Monitor.topology(Fixtures.settings(), new InMemoryRegistry())
                .describe()
                .toString()
                .replaceAll("extractor class: [^)]*", "topic by kind of alert");

        assertThat(now.strip())
                .as(
                        "A store's name is the name of its changelog topic: another one leaves all state behind, and is a migration."
                                + " If that is meant, say so in CHANGELOG.md and replace " + PICTURE + " by:%n%s",
                        now)
                .isEqualTo(picture());
    }

    private static String picture() {
        try (InputStream in = TopologyPictureTest.class.getResourceAsStream("/" + PICTURE)) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
