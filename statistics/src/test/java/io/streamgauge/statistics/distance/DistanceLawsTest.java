package io.streamgauge.statistics.distance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.streamgauge.statistics.Fixtures;
import io.streamgauge.statistics.Fixtures.Rows;
import io.streamgauge.statistics.profile.Grid;
import io.streamgauge.statistics.profile.Layout;
import io.streamgauge.statistics.profile.Profile;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What holds for every distance in the list. */
class DistanceLawsTest {

    private static final Set<String> SYMMETRIC =
            Set.of("js-divergence", "js-distance", "psi", "l-infinity", "ks", "wasserstein");
    private static final Set<String> AT_MOST_ONE = Set.of("js-divergence", "js-distance", "l-infinity", "ks");

    @Provide
    Arbitrary<Distance> distances() {
        return Arbitraries.of(Distances.names()).map(Distances::named);
    }

    @Provide
    Arbitrary<Rows> rows() {
        return Fixtures.rows().filter(rows -> rows.parts().stream().noneMatch(List::isEmpty));
    }

    @Property(tries = 300)
    void aProfileIsAtDistanceZeroFromItself(@ForAll("distances") Distance distance, @ForAll("rows") Rows rows) {
        if (!distance.appliesTo(rows.layout())) {
            return;
        }
        Profile profile = rows.profiles().get(0);
        Profile threefold = profile.copy();
        threefold.mergeFrom(profile);
        threefold.mergeFrom(profile);

        assertThat(distance.between(profile, profile.copy())).isZero();
        assertThat(distance.onCounts(profile).between(profile.binCounts(), profile.binCounts()))
                .isZero();
        if (!distance.name().equals("psi")) { // half a row weighs less in more rows
            assertThat(distance.shrinkage().linear(distance.between(profile, threefold)))
                    .isLessThanOrEqualTo(1e-12 * Math.max(1, scale(rows.layout())));
        }
    }

    private static double scale(Layout layout) {
        double edge = layout instanceof Grid grid
                ? Math.max(Math.abs(grid.edge(0)), Math.abs(grid.edge(grid.edgeCount() - 1)))
                : 1;
        return edge * edge * 65536 * 65536;
    }

    @Property(tries = 600)
    void aDistanceIsFiniteNotNegativeAndWithinItsRange(
            @ForAll("distances") Distance distance, @ForAll("rows") Rows rows) {
        if (!distance.appliesTo(rows.layout())) {
            return;
        }
        Profile a = rows.profiles().get(0);
        Profile b = rows.profiles().get(1);
        double forth = distance.between(a, b);

        assertThat(forth).isFinite().isNotNegative();
        assertThat(distance.onCounts(a).between(a.binCounts(), b.binCounts()))
                .isFinite()
                .isNotNegative();
        if (SYMMETRIC.contains(distance.name())) {
            assertThat(distance.between(b, a)).isCloseTo(forth, within(1e-12 * Math.max(1, forth)));
        }
        if (AT_MOST_ONE.contains(distance.name())) {
            assertThat(forth).isLessThanOrEqualTo(1);
        }
    }

    @Property(tries = 100)
    void aDistanceSaysNoToWhatItCannotCompare(@ForAll("distances") Distance distance, @ForAll("rows") Rows rows) {
        Profile profile = rows.profiles().get(0);
        Profile empty = rows.layout().newProfile();
        Profile other = Grid.of(-12345.678).newProfile();
        other.addMissing();

        assertThatThrownBy(() -> distance.between(profile, other)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> distance.between(profile, empty)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> distance.between(empty, profile)).isInstanceOf(IllegalArgumentException.class);
        if (!distance.appliesTo(rows.layout())) {
            assertThatThrownBy(() -> distance.between(profile, profile)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> distance.onCounts(profile)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void theListKnowsItsNames() {
        assertThat(Distances.names())
                .containsExactlyInAnyOrder(
                        "effect-size",
                        "psi",
                        "js-divergence",
                        "js-distance",
                        "l-infinity",
                        "wasserstein",
                        "wasserstein-normalized",
                        "ks");
        assertThat(Distances.names())
                .allMatch(name -> Distances.named(name).name().equals(name));
        assertThat(Distances.named("jensen-shannon").name()).isEqualTo("js-divergence");
        assertThat(Distances.defaultFor(Fixtures.LETTERS).name()).isEqualTo("effect-size");
        assertThat(Distances.defaultFor(Fixtures.DECIMALS).name()).isEqualTo("effect-size");
        assertThatThrownBy(() -> Distances.named("kl"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no distance is named 'kl'")
                .hasMessageContaining("wasserstein-normalized");
    }
}
