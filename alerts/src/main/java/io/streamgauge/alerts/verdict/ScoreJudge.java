package io.streamgauge.alerts.verdict;

import io.streamgauge.checks.Measurement;
import io.streamgauge.checks.Score;
import io.streamgauge.statistics.inference.FalseDiscovery;
import io.streamgauge.statistics.inference.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which scores of a window mean something?
 *
 * <p>A score {@code MOVED} if it exceeds its threshold and, where it has a p-value, survives the Benjamini-Hochberg procedure over
 * the family: all scores with a p-value of one model, source and window. Levels may differ between features, so the procedure
 * runs at the largest of them, on p-values weighted up where the level is smaller. A score below its threshold is {@code STEADY}, unless the
 * window was too small to show an effect of the size of the floor: then it is {@code UNDETECTABLE}. Below the minimum number of
 * rows the verdict is {@code NOT_ENOUGH_DATA}.
 *
 * <p>The p-value of an e-process is the inverse of its evidence, for which the procedure is that for e-values (Wang, Ramdas 2022,
 * doi:10.1111/rssb.12489); it holds in every window, although the evidence is of many.
 */
public final class ScoreJudge {
    private ScoreJudge() {}

    /** One verdict per score, in the order given. */
    public static List<Judged> judge(List<Score> family) {
        boolean[] discovered = discoveries(family);
        var judged = new ArrayList<Judged>(family.size());
        for (int i = 0; i < family.size(); i++) {
            judged.add(new Judged(family.get(i), verdict(family.get(i).measurement(), discovered[i])));
        }
        return judged;
    }

    private static boolean[] discoveries(List<Score> family) {
        int[] tested = new int[family.size()];
        double[] p = new double[family.size()];
        double[] levels = new double[family.size()];
        int count = 0;
        double largest = 0;
        for (int i = 0; i < family.size(); i++) {
            Measurement m = family.get(i).measurement();
            if (isTested(m)) {
                tested[count] = i;
                p[count] = orZero(m.pValue());
                levels[count] = orZero(m.level());
                largest = Math.max(largest, levels[count]);
                count++;
            }
        }
        boolean[] discovered = new boolean[family.size()];
        Arrays.fill(discovered, true); // plain limits need no p-value
        if (count == 0) {
            return discovered;
        }
        double[] weighted = new double[count];
        for (int k = 0; k < count; k++) {
            // at the largest level p stays as it is, to the last bit
            weighted[k] = levels[k] == largest ? p[k] : Math.min(1, p[k] * largest / levels[k]);
        }
        boolean[] rejected = FalseDiscovery.rejected(weighted, largest);
        for (int k = 0; k < count; k++) {
            discovered[tested[k]] = rejected[k];
        }
        return discovered;
    }

    private static boolean isTested(Measurement m) {
        return m.enoughData() && m.pValue() != null && m.level() != null;
    }

    private static double orZero(@Nullable Double number) {
        return number == null ? 0 : number;
    }

    private static Verdict verdict(Measurement m, boolean discovered) {
        if (!m.enoughData()) {
            return Verdict.NOT_ENOUGH_DATA;
        }
        if (m.exceeds() && discovered) {
            return Verdict.MOVED;
        }
        boolean blind = m.detectableEffect() != null && m.detectableEffect() > m.floor();
        return blind ? Verdict.UNDETECTABLE : Verdict.STEADY;
    }
}
