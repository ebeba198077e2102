package io.streamgauge.app.backtest;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How does a policy do on a past whose incidents are known? Alerts of all kinds count; an alert that tells of no incident is false.
 *
 * <p>Intervals are the middle 95 % of 1000 resamples of whole days (of incidents, for delay and misses), seeded, so that the same
 * past gives the same numbers. They say how much of a difference may be chance in which days the past happened to have; days are
 * taken as independent.
 *
 * @param fired alerts that fired
 * @param alertHours sum of the hours that they were firing
 * @param flips how often a series fired again after it had been resolved
 * @param falseAlerts alerts that no labelled incident explains; all of them if nothing is labelled
 * @param missed names of incidents that no alert told of
 * @param delayHours median from the start of an incident to the end of the window that fired; NaN if none was found
 */
public record Judgement(
        String policy,
        Interval fired,
        Interval alertHours,
        long flips,
        Interval falseAlerts,
        List<String> missed,
        int incidents,
        Interval delayHours) {
    private static final int RESAMPLES = 1000;
    private static final long SEED = 7919;
    private static final long MS_PER_DAY = Duration.ofDays(1).toMillis();
    private static final double MS_PER_HOUR = 3_600_000;

    /** A number and what it may be by chance. */
    public record Interval(double value, double lower, double upper) {}

    public Judgement {
        missed = List.copyOf(missed);
    }

    static Judgement of(
            String policy, List<Episode> episodes, List<LabelledIncident> incidents, long fromMs, long toMs) {
        List<Episode> unexplained = episodes.stream()
                .filter(episode -> incidents.stream().noneMatch(incident -> incident.isToldBy(episode)))
                .toList();
        long series = episodes.stream()
                .map(episode -> episode.kind()
                        + episode.subject()
                        + episode.score().metric()
                        + episode.score().subject()
                        + episode.score().window().series())
                .distinct()
                .count();
        double[] delays = incidents.stream()
                .mapToDouble(incident -> delayHours(incident, episodes))
                .toArray();
        List<String> missed = IntStream.range(0, delays.length)
                .filter(i -> Double.isNaN(delays[i]))
                .mapToObj(i -> incidents.get(i).name())
                .toList();
        return new Judgement(
                policy,
                perDay(episodes, episode -> 1, fromMs, toMs),
                perDay(episodes, Episode::hours, fromMs, toMs),
                episodes.size() - series,
                perDay(unexplained, episode -> 1, fromMs, toMs),
                missed,
                incidents.size(),
                median(Arrays.stream(delays)
                        .filter(delay -> !Double.isNaN(delay))
                        .toArray()));
    }

    private static double delayHours(LabelledIncident incident, List<Episode> episodes) {
        return episodes.stream().filter(incident::isToldBy).mapToLong(Episode::firedMs).min().stream()
                .mapToDouble(ms -> (ms - incident.from().toEpochMilli()) / MS_PER_HOUR)
                .findFirst()
                .orElse(Double.NaN);
    }

    /** Bootstrap of the sum over days; an episode belongs to the day on which it fired. */
    private static Interval perDay(List<Episode> episodes, ToDoubleFunction<Episode> what, long fromMs, long toMs) {
        int days = (int) Math.max(1, (toMs - fromMs + MS_PER_DAY - 1) / MS_PER_DAY);
        double[] byDay = new double[days];
        for (Episode episode : episodes) {
            int day = (int) Math.min(days - 1, Math.max(0, (episode.firedMs() - 1 - fromMs) / MS_PER_DAY));
            byDay[day] += what.applyAsDouble(episode);
        }
        var random = new Random(SEED);
        double[] sums = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            for (int day = 0; day < days; day++) {
                sums[i] += byDay[random.nextInt(days)];
            }
        }
        return interval(Arrays.stream(byDay).sum(), sums);
    }

    private static Interval median(double[] values) {
        if (values.length == 0) {
            return new Interval(Double.NaN, Double.NaN, Double.NaN);
        }
        var random = new Random(SEED);
        double[] medians = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            medians[i] = middle(random.ints(values.length, 0, values.length)
                    .mapToDouble(k -> values[k])
                    .toArray());
        }
        return interval(middle(values), medians);
    }

    private static double middle(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    private static Interval interval(double value, double[] resamples) {
        Arrays.sort(resamples);
        return new Interval(value, resamples[RESAMPLES / 40], resamples[RESAMPLES - 1 - RESAMPLES / 40]);
    }

    /** Which policy is best, and why; what decides is said, and whether the intervals leave it open. */
    public static String winner(List<Judgement> judged) {
        if (judged.size() < 2) {
            return "There is only one policy.";
        }
        if (judged.get(0).incidents() == 0) {
            return "No incidents are labelled, so that nobody can say which policy is right: fewer alerts are better only if"
                    + " nothing was wrong. Give --incidents.";
        }
        var ranked = judged.stream().sorted(Ranking.BEST_FIRST).toList();
        return Ranking.explained(ranked.get(0), ranked.get(1));
    }
}
