package io.streamgauge.schemas.text;

/** International numbers after ITU-T E.164, and North American ones with their separators. */
final class PhoneNumbers {
    private static final int FEWEST_DIGITS = 8;
    private static final int MOST_DIGITS = 15;
    private static final int LONGEST = 2 * MOST_DIGITS;

    private PhoneNumbers() {}

    static boolean in(byte[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            if ((text[i] == '+' && isInternational(text, from, i, to)) || isNorthAmerican(text, from, i, to)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInternational(byte[] text, int from, int plus, int to) {
        if ((plus > from && Ascii.isAlphanumeric(text[plus - 1]))
                || plus + 1 >= to
                || text[plus + 1] < '1'
                || text[plus + 1] > '9') {
            return false;
        }
        int digits = 0;
        int i = plus + 1;
        for (; i < to && i - plus <= LONGEST && (Ascii.isDigit(text[i]) || isSeparator(text, i, to)); i++) {
            digits += Ascii.isDigit(text[i]) ? 1 : 0;
        }
        return digits >= FEWEST_DIGITS && digits <= MOST_DIGITS && (i >= to || !Ascii.isAlphanumeric(text[i]));
    }

    /** One that another digit or bracket follows: behind the number a blank is only a blank. */
    private static boolean isSeparator(byte[] text, int at, int to) {
        boolean separator = text[at] == ' ' || text[at] == '-' || text[at] == '.' || text[at] == '(' || text[at] == ')';
        return separator && at + 1 < to && (Ascii.isDigit(text[at + 1]) || text[at + 1] == '(' || text[at + 1] == ' ');
    }

    private static boolean isNorthAmerican(byte[] text, int from, int at, int to) {
        if (text[at] == '(') {
            return (Ascii.hasForm(text, from, at, to, "(999) 999-9999")
                            || Ascii.hasForm(text, from, at, to, "(999)999-9999"))
                    && text[at + 1] >= '2';
        }
        return Ascii.isDigit(text[at])
                && (Ascii.hasForm(text, from, at, to, "999-999-9999")
                        || Ascii.hasForm(text, from, at, to, "999.999.9999"))
                && text[at] >= '2'
                && text[at + 4] >= '2';
    }
}
