package io.streamgauge.alerts.lifecycle;

import io.streamgauge.checks.Contributor;
import io.streamgauge.checks.Finding;
import io.streamgauge.checks.Measurement;
import io.streamgauge.checks.Score;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.stream.Collectors;

/** What an alert says to a person, in one line. */
final class AlertMessage {
    private AlertMessage() {}

    static String of(Phase phase, Score score) {
        String about = score.feature() == null ? score.subject().source().word() : score.feature();
        if (Severity.of(score) == Severity.INFO) {
            return news(phase, score, about);
        }
        Measurement m = score.measurement();
        String numbers = String.format(
                Locale.ROOT,
                "%s %s %s its threshold %s, n %d, window %s",
                score.metric(),
                short4(m.value()),
                m.exceeds() ? "is above" : "is within",
                short4(m.threshold()),
                m.n(),
                score.window());
        return score.subject().model() + ": " + about + " " + verb(phase) + ": " + numbers + moved(score)
                + found(score)
                + noted(score);
    }

    private static String news(Phase phase, Score score, String about) {
        String model = score.subject().model() + ": " + about;
        return phase == Phase.RESOLVED
                ? "%s: what was new (%s) is no longer, window %s".formatted(model, score.metric(), score.window())
                : "%s: %s, window %s%s".formatted(model, score.note(), score.window(), found(score));
    }

    private static String verb(Phase phase) {
        return switch (phase) {
            case PENDING -> "may be in trouble";
            case FIRING -> "is in trouble";
            case RESOLVED -> "is calm again";
        };
    }

    private static String noted(Score score) {
        return score.note() == null || !score.measurement().exceeds() ? "" : "; " + score.note();
    }

    private static String moved(Score score) {
        if (score.contributors().isEmpty() || !score.measurement().exceeds()) {
            return "";
        }
        Contributor first = score.contributors().get(0);
        return String.format(
                Locale.ROOT,
                "; most moved: %s from %.1f %% to %.1f %%",
                first.bin(),
                100 * first.referenceShare(),
                100 * first.currentShare());
    }

    /** Where the first events that broke a rule lie, and what would make the schema accept them. */
    private static String found(Score score) {
        Finding finding = score.finding();
        if (finding == null || !score.measurement().exceeds()) {
            return "";
        }
        String places = score.evidence().stream()
                .map(place -> place.topic() + "-" + place.partition() + "@" + place.firstOffset())
                .collect(Collectors.joining(", ", "; first: ", ""));
        return places + (finding.patch() == null ? "" : "; to accept it: " + finding.patch());
    }

    private static String short4(double value) {
        return new BigDecimal(value)
                .round(new MathContext(4))
                .stripTrailingZeros()
                .toPlainString();
    }
}
