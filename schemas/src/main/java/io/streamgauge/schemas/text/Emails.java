package io.streamgauge.schemas.text;

/** After RFC 5321, as addresses are written in practice: no quoted local parts, no address literals. */
final class Emails {
    private static final int LONGEST_LOCAL_PART = 64;
    private static final int LONGEST_DOMAIN = 253;
    private static final int SHORTEST_TOP_LEVEL = 2;

    private Emails() {}

    static boolean in(byte[] text, int from, int to) {
        for (int i = from + 1; i < to - 1; i++) {
            if (text[i] == '@' && isLocalPartBefore(text, from, i) && isDomainFrom(text, i + 1, to)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLocalPartBefore(byte[] text, int from, int at) {
        int start = at;
        while (start > from && at - start <= LONGEST_LOCAL_PART && isLocal(text[start - 1])) {
            start--;
        }
        int length = at - start;
        return length > 0 && length <= LONGEST_LOCAL_PART && text[start] != '.' && text[at - 1] != '.';
    }

    private static boolean isDomainFrom(byte[] text, int start, int to) {
        int end = Math.min(to, start + LONGEST_DOMAIN);
        int label = start;
        int topLevel = 0;
        boolean dotted = false;
        for (int i = start; i < end && (Ascii.isAlphanumeric(text[i]) || text[i] == '-' || text[i] == '.'); i++) {
            if (text[i] == '.') {
                if (i == label) {
                    break;
                }
                dotted = true;
                label = i + 1;
                topLevel = 0;
            } else {
                topLevel = Ascii.isLetter(text[i]) ? topLevel + 1 : Integer.MIN_VALUE / 2;
                if (dotted && topLevel >= SHORTEST_TOP_LEVEL) {
                    return text[start] != '-';
                }
            }
        }
        return false;
    }

    private static boolean isLocal(byte b) {
        return Ascii.isAlphanumeric(b) || b == '.' || b == '_' || b == '%' || b == '+' || b == '-' || b == '\'';
    }
}
