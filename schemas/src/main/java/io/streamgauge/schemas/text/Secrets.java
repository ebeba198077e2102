package io.streamgauge.schemas.text;

import java.util.List;

/** Keys that open something. A prefix alone is no secret: what follows must be as long as the issuer makes it, and look random. */
final class Secrets {
    /** Bits per character below which a text is a placeholder or a word, not a key. */
    private static final double LEAST_ENTROPY = 3.0;

    private static final int LONGEST_LOOKED_AT = 4096;
    private static final int SHORTEST_BEARER = 20;
    private static final int SHORTEST_TOKEN_PART = 10;

    /** @param length least number of characters behind the prefix */
    private record Issued(String prefix, int length) {}

    private static final List<Issued> ISSUED = List.of(
            new Issued("AKIA", 16), // AWS access keys, lasting and temporary
            new Issued("ASIA", 16),
            new Issued("AIza", 35), // Google
            new Issued("ghp_", 36), // GitHub
            new Issued("gho_", 36),
            new Issued("ghu_", 36),
            new Issued("ghs_", 36),
            new Issued("ghr_", 36),
            new Issued("github_pat_", 60),
            new Issued("glpat-", 20), // GitLab
            new Issued("npm_", 36),
            new Issued("sk_live_", 20), // Stripe
            new Issued("rk_live_", 20),
            new Issued("sk-", 40),
            new Issued("xoxb-", 20), // Slack
            new Issued("xoxp-", 20));

    private Secrets() {}

    static boolean in(byte[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            boolean found = switch (text[i]) {
                case 'A', 'g', 'n', 's', 'r', 'x' -> isIssuedAt(text, from, i, to);
                case 'e' -> isWebTokenAt(text, from, i, to);
                case 'B', 'b' -> isBearerAt(text, from, i, to);
                case '-' -> isPrivateKeyAt(text, i, to);
                default -> false;
            };
            if (found) {
                return true;
            }
        }
        return false;
    }

    private static boolean isIssuedAt(byte[] text, int from, int at, int to) {
        for (Issued issued : ISSUED) {
            if (Ascii.isAt(text, at, to, issued.prefix()) && Ascii.startsAt(text, from, at)) {
                int start = at + issued.prefix().length();
                int end = tokenEnd(text, start, to);
                return end - start >= issued.length() && looksRandom(text, start, end);
            }
        }
        return false;
    }

    /** Three parts in base64url with dots between, the first two of which begin as JSON does. */
    private static boolean isWebTokenAt(byte[] text, int from, int at, int to) {
        if (!Ascii.isAt(text, at, to, "eyJ") || !Ascii.startsAt(text, from, at)) {
            return false;
        }
        int header = tokenEnd(text, at, to);
        if (header - at < SHORTEST_TOKEN_PART || !Ascii.isAt(text, header, to, ".eyJ")) {
            return false;
        }
        int payload = tokenEnd(text, header + 1, to);
        return payload < to && text[payload] == '.' && tokenEnd(text, payload + 1, to) - payload > SHORTEST_TOKEN_PART;
    }

    private static boolean isBearerAt(byte[] text, int from, int at, int to) {
        if (!Ascii.startsAt(text, from, at)
                || !(Ascii.isAt(text, at, to, "Bearer ") || Ascii.isAt(text, at, to, "bearer "))) {
            return false;
        }
        int start = at + "Bearer ".length();
        int end = tokenEnd(text, start, to);
        return end - start >= SHORTEST_BEARER && hasDigit(text, start, end) && looksRandom(text, start, end);
    }

    private static boolean isPrivateKeyAt(byte[] text, int at, int to) {
        if (!Ascii.isAt(text, at, to, "-----BEGIN ")) {
            return false;
        }
        int i = at + "-----BEGIN ".length();
        while (i < to && i - at < 64 && (Ascii.isUpper(text[i]) || text[i] == ' ')) {
            if (Ascii.isAt(text, i, to, "PRIVATE KEY")) {
                return true;
            }
            i++;
        }
        return false;
    }

    private static int tokenEnd(byte[] text, int start, int to) {
        int end = start;
        int most = Math.min(to, start + LONGEST_LOOKED_AT);
        while (end < most && (Ascii.isAlphanumeric(text[end]) || text[end] == '_' || text[end] == '-')) {
            end++;
        }
        return end;
    }

    private static boolean hasDigit(byte[] text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (Ascii.isDigit(text[i])) {
                return true;
            }
        }
        return false;
    }

    /** Shannon's entropy of the characters, in bits. */
    private static boolean looksRandom(byte[] text, int start, int end) {
        int[] counts = new int[128];
        for (int i = start; i < end; i++) {
            counts[text[i]]++;
        }
        double entropy = 0;
        double n = end - start;
        for (int count : counts) {
            entropy -= count == 0 ? 0 : count / n * Math.log(count / n) / Math.log(2);
        }
        return entropy >= LEAST_ENTROPY;
    }
}
