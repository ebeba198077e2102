package io.streamgauge.schemas.yaml;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the name that a mistyped one was probably meant to be. */
public final class DidYouMean {
    private DidYouMean() {}

    /** The nearest of {@code names}, ready to end a message ({@code ; did you mean "x"?}), or an empty text. */
    public static String hint(String mistyped, Collection<String> names) {
        String best = nearest(mistyped, names);
        return best == null ? "" : "; did you mean \"" + best + "\"?";
    }

    private static @Nullable String nearest(String mistyped, Collection<String> names) {
        String best = null;
        int bestDistance = 1 + Math.min(3, mistyped.length() / 3);
        for (String name : names) {
            int distance = distance(bare(mistyped), bare(name));
            if (distance < bestDistance) {
                best = name;
                bestDistance = distance;
            }
        }
        return best;
    }

    // idleAfter, idle_after and idle.after are the commonest ways to miss idle-after.
    private static String bare(String name) {
        String cut = name.length() > 64 ? name.substring(0, 64) : name;
        return cut.toLowerCase(Locale.ROOT).replaceAll("[-_. ]", "");
    }

    /** Insertions, deletions, replacements and swaps of neighbours. */
    private static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                cost[i][j] = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[a.length()][b.length()];
    }
}
