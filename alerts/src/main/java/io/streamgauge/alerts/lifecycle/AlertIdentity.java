package io.streamgauge.alerts.lifecycle;

import io.streamgauge.checks.Score;
import io.streamgauge.checks.Window;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Which alert is a score about? The fingerprint is a hash of policy, model, version, source, check, metric, feature, slice and
 * series of windows: it has no time in it, so that every episode of the same trouble shares it. The id adds the start of the episode's
 * first window, so that a replay gives the same id.
 */
public final class AlertIdentity {
    private static final char SEPARATOR = '\u001f'; // in no name, so that ("a", "bc") and ("ab", "c") differ

    private AlertIdentity() {}

    public static String fingerprint(String policy, Score score) {
        return hash(String.join(
                String.valueOf(SEPARATOR),
                policy,
                score.subject().model(),
                score.subject().version(),
                score.subject().source().word(),
                score.check(),
                score.metric(),
                score.feature() == null ? "" : score.feature(),
                score.subject().slice(),
                windows(score.window())));
    }

    /**
     * Windows of one size that do not overlap are known by their size, as in the alerts of before there were others. One that is judged early
     * is the same as if it were judged on time.
     */
    private static String windows(Window window) {
        String series = window.onTime();
        boolean plain = series.indexOf('/') < 0 && series.indexOf('@') < 0;
        return plain ? Long.toString(window.sizeMs()) : series;
    }

    public static String id(String fingerprint, long episodeStartMs) {
        return hash(fingerprint + SEPARATOR + episodeStartMs);
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
