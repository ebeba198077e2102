package io.streamgauge.schemas.text;

/** Kinds of characters. A byte of a longer UTF-8 sequence is negative, and so none of them. */
final class Ascii {
    private Ascii() {}

    static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    static boolean isLetter(byte b) {
        return isUpper(b) || (b >= 'a' && b <= 'z');
    }

    static boolean isUpper(byte b) {
        return b >= 'A' && b <= 'Z';
    }

    static boolean isAlphanumeric(byte b) {
        return isDigit(b) || isLetter(b);
    }

    /** Whether a word or number could begin at {@code at}: what stands before is neither a letter, a digit nor a decimal point. */
    static boolean startsAt(byte[] text, int from, int at) {
        if (at == from) {
            return true;
        }
        byte before = text[at - 1];
        return !isAlphanumeric(before) && before != '_' && !(before == '.' && at - 1 > from && isDigit(text[at - 2]));
    }

    /** Whether a word or number could end before {@code at}. */
    static boolean endsAt(byte[] text, int at, int to) {
        if (at >= to) {
            return true;
        }
        boolean decimal = text[at] == '.' && at + 1 < to && isDigit(text[at + 1]);
        return !isAlphanumeric(text[at]) && text[at] != '_' && !decimal;
    }

    static boolean isAt(byte[] text, int at, int to, String word) {
        if (to - at < word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (text[at + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the form stands at {@code at} as a whole word: 9 in it is any digit, A any letter, everything else itself. */
    static boolean hasForm(byte[] text, int from, int at, int to, String form) {
        if (to - at < form.length() || !startsAt(text, from, at) || !endsAt(text, at + form.length(), to)) {
            return false;
        }
        for (int i = 0; i < form.length(); i++) {
            byte b = text[at + i];
            boolean fits = switch (form.charAt(i)) {
                case '9' -> isDigit(b);
                case 'A' -> isLetter(b);
                default -> b == form.charAt(i);
            };
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    /** The number that the digits in {@code [from, to)} make; other characters are passed over. At most 18 digits. */
    static long number(byte[] text, int from, int to) {
        long number = 0;
        for (int i = from; i < to; i++) {
            number = isDigit(text[i]) ? 10 * number + (text[i] - '0') : number;
        }
        return number;
    }
}
