package io.streamgauge.statistics.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FalseDiscoveryTest {

    /** The example of Benjamini and Hochberg 1995, section 3.2: the first four of fifteen at level 0.05. */
    @Test
    void rejectsAsInTheExampleOfThePaper() {
        double[] pValues = {
            1.0, .7590, .6528, .5719, .4262, .3240, .0459, .0344, .0298, .0278, .0201, .0095, .0019, .0004, .0001
        };

        assertThat(FalseDiscovery.rejected(pValues, 0.05))
                .containsExactly(
                        false, false, false, false, false, false, false, false, false, false, false, true, true, true,
                        true);
    }

    /** A p-value above its own bound is rejected with a larger one that is within its bound. */
    @Test
    void stepsUpFromTheLargestIndex() {
        assertThat(FalseDiscovery.rejected(new double[] {0.04, 0.045, 0.05}, 0.05))
                .containsOnly(true);
    }

    @Test
    void edgeCasesHaveAnswers() {
        assertThat(FalseDiscovery.rejected(new double[0], 0.05)).isEmpty();
        assertThat(FalseDiscovery.rejected(new double[] {0, 1}, 0)).containsExactly(true, false);
        assertThat(FalseDiscovery.rejected(new double[] {0.3, 1}, 1)).containsOnly(true);
        assertThatThrownBy(() -> FalseDiscovery.rejected(new double[] {Double.NaN}, 0.05))
                .hasMessage("a p-value must be in [0, 1], got NaN");
        assertThatThrownBy(() -> FalseDiscovery.rejected(new double[] {1.1}, 0.05))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FalseDiscovery.rejected(new double[0], -1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 300)
    void isBetweenBonferroniAndNoCorrection(@ForAll @Size(max = 30) List<@DoubleRange(max = 1) @Scale(4) Double> list) {
        double[] pValues = list.stream().mapToDouble(p -> p).toArray();
        boolean[] rejected = FalseDiscovery.rejected(pValues, 0.1);
        for (int i = 0; i < pValues.length; i++) {
            assertThat(!rejected[i] || pValues[i] <= 0.1).isTrue();
            assertThat(rejected[i] || pValues[i] > 0.1 / pValues.length).isTrue();
        }
    }

    @Test
    void underTheNullAnyRejectionIsAsRareAsTheLevel() {
        var random = new SplittableRandom(11);
        int families = 0;
        for (int i = 0; i < 10_000; i++) {
            for (boolean rejected : FalseDiscovery.rejected(random.doubles(20).toArray(), 0.05)) {
                if (rejected) {
                    families++;
                    break;
                }
            }
        }

        assertThat(families / 10_000.0).isBetween(0.043, 0.057);
    }
}
