package io.streamgauge.schemas.text;

/** Numbers that states give to persons. Without a check digit the full form with its separators is asked for. */
final class NationalIds {
    private static final int SHORTEST = 9;
    private static final String SPANISH_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";
    private static final String FINNISH_CHARACTERS = "0123456789ABCDEFHJKLMNPRSTUVWXY";

    private NationalIds() {}

    static boolean in(byte[] text, int from, int to) {
        for (int i = from; i <= to - SHORTEST; i++) {
            boolean could = Ascii.isDigit(text[i]) || (text[i] >= 'X' && text[i] <= 'Z');
            if (could
                    && Ascii.startsAt(text, from, i)
                    && (isAmerican(text, from, i, to)
                            || isSpanish(text, from, i, to)
                            || isFrench(text, from, i, to)
                            || isBrazilian(text, from, i, to)
                            || isFinnish(text, from, i, to))) {
                return true;
            }
        }
        return false;
    }

    /** Social security number: no area 000, 666 or 9xx, no group 00, no serial number 0000. */
    private static boolean isAmerican(byte[] text, int from, int at, int to) {
        if (!Ascii.hasForm(text, from, at, to, "999-99-9999")) {
            return false;
        }
        long area = Ascii.number(text, at, at + 3);
        return area > 0
                && area < 900
                && area != 666
                && Ascii.number(text, at + 4, at + 6) > 0
                && Ascii.number(text, at + 7, at + 11) > 0;
    }

    /** DNI (eight digits) and NIE (X, Y or Z stands for the first of them): the letter is the number modulo 23. */
    private static boolean isSpanish(byte[] text, int from, int at, int to) {
        boolean dni = Ascii.hasForm(text, from, at, to, "99999999A");
        if (!dni && !Ascii.hasForm(text, from, at, to, "A9999999A")) {
            return false;
        }
        long number = Ascii.number(text, at, at + 8) + (dni ? 0 : (text[at] - 'X') * 10_000_000L);
        return text[at + 8] == SPANISH_LETTERS.charAt((int) (number % 23));
    }

    /** NIR: 13 digits, of which the first is the sex and the fourth and fifth the month, and 97 less their remainder. */
    private static boolean isFrench(byte[] text, int from, int at, int to) {
        String form =
                Ascii.hasForm(text, from, at, to, "999999999999999") ? "999999999999999" : "9 99 99 99 999 999 99";
        if (!Ascii.hasForm(text, from, at, to, form) || (text[at] != '1' && text[at] != '2')) {
            return false;
        }
        int end = at + form.length();
        long all = Ascii.number(text, at, end);
        long number = all / 100;
        long month = number / 100_000_000 % 100;
        boolean person = (month >= 1 && month <= 12) || (month >= 20 && month <= 42) || month >= 50;
        return person && 97 - number % 97 == all % 100;
    }

    /** CPF: nine digits and two check digits modulo 11. */
    private static boolean isBrazilian(byte[] text, int from, int at, int to) {
        if (!Ascii.hasForm(text, from, at, to, "999.999.999-99")) {
            return false;
        }
        long number = Ascii.number(text, at, at + 14);
        boolean allTheSame = number % 11_111_111_111L == 0;
        return !allTheSame && cpfDigit(number / 100, 2) == number / 10 % 10 && cpfDigit(number / 10, 2) == number % 10;
    }

    private static long cpfDigit(long digits, int firstWeight) {
        long sum = 0;
        int weight = firstWeight;
        for (long rest = digits; weight <= 11; rest /= 10) {
            sum += rest % 10 * weight++;
        }
        long check = 11 - sum % 11;
        return check > 9 ? 0 : check;
    }

    /** HETU: day, month, year, sign of the century, three digits, and the remainder modulo 31 as a character. */
    private static boolean isFinnish(byte[] text, int from, int at, int to) {
        if (to - at < 11 || !Ascii.startsAt(text, from, at) || !Ascii.endsAt(text, at + 11, to)) {
            return false;
        }
        byte century = text[at + 6];
        for (int i = 0; i < 10; i++) {
            if (i != 6 && !Ascii.isDigit(text[at + i])) {
                return false;
            }
        }
        long day = Ascii.number(text, at, at + 2);
        long month = Ascii.number(text, at + 2, at + 4);
        long number = Ascii.number(text, at, at + 6) * 1000 + Ascii.number(text, at + 7, at + 10);
        return (century == '-' || century == '+' || century == 'A')
                && day >= 1
                && day <= 31
                && month >= 1
                && month <= 12
                && text[at + 10] == FINNISH_CHARACTERS.charAt((int) (number % 31));
    }
}
