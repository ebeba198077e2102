package io.streamgauge.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamgauge.schemas.serde.Compatibility;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecordBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContractsTest {
    /** Versions that were released: their files are never changed. A changed contract gets a folder with the version before. */
    private static final List<String> EARLIER_VERSIONS = List.of("v1");

    @Test
    void everyContractIsNamedAfterItsFileAndDocumented() {
        assertThat(Contracts.all())
                .extracting(Schema::getFullName)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.startsWith("io.streamgauge."));
        assertThat(Contracts.all()).extracting(Schema::getDoc).allMatch(doc -> doc != null && !doc.isBlank());
    }

    @Test
    void alertAndScoreShareTheirParts() {
        assertThat(Contracts.ALERT.getField("contributors").schema())
                .isEqualTo(Contracts.SCORE.getField("contributors").schema());
        assertThat(Contracts.ALERT.getField("evidence").schema())
                .isEqualTo(Contracts.SCORE.getField("evidence").schema());
    }

    @Test
    void everyContractStandsAloneAsTheRegistryNeedsIt() {
        for (Schema contract : Contracts.all()) {
            assertThat(new Schema.Parser().parse(contract.toString())).isEqualTo(contract);
        }
    }

    @Test
    void optionalFieldsMayBeLeftOut() {
        var event = new GenericRecordBuilder(Contracts.FEATURE_EVENT)
                .set("id", "1")
                .set("eventTime", 0L)
                .set("features", Map.of())
                .build();

        assertThat(event.get("model")).isNull();
    }

    @ParameterizedTest
    @MethodSource("contractsOfEarlierVersions")
    void earlierVersionsAndTheCurrentOneReadEachOther(Schema earlier) {
        Schema current = Contracts.all().stream()
                .filter(contract -> contract.getFullName().equals(earlier.getFullName()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(earlier.getFullName() + " has gone: consumers still read it"));

        assertThat(Compatibility.FULL.objection(current, List.of(earlier))).isEmpty();
    }

    static Stream<Schema> contractsOfEarlierVersions() {
        return EARLIER_VERSIONS.stream().flatMap(ContractsTest::read);
    }

    private static Stream<Schema> read(String version) {
        var parser = new Schema.Parser();
        return Contracts.all().stream().map(Schema::getName).flatMap(name -> {
            try (InputStream in =
                    ContractsTest.class.getResourceAsStream("/contracts/" + version + "/" + name + ".avsc")) {
                // A contract may be younger than the version.
                return in == null ? Stream.empty() : Stream.of(parser.parse(in));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
