package io.streamgauge.schemas.text;

/** 13 to 19 digits, all together or with one kind of separator between them, in a range that issuers use, with Luhn's check digit. */
final class PaymentCards {
    private static final int FEWEST = 13;
    private static final int MOST = 19;

    private PaymentCards() {}

    static boolean in(byte[] text, int from, int to) {
        for (int i = from; i <= to - FEWEST; i++) {
            if (Ascii.isDigit(text[i])) {
                if (Ascii.startsAt(text, from, i) && isNumberAt(text, i, to)) {
                    return true;
                }
                while (i + 1 < to && Ascii.isDigit(text[i + 1])) {
                    i++; // a number does not begin inside of another
                }
            }
        }
        return false;
    }

    private static boolean isNumberAt(byte[] text, int start, int to) {
        int digits = 0;
        int last = start;
        byte separator = 0;
        long first6 = 0;
        for (int i = start; i < to && digits <= MOST; i++) {
            if (Ascii.isDigit(text[i])) {
                first6 = digits < 6 ? 10 * first6 + (text[i] - '0') : first6;
                digits++;
                last = i;
            } else if (isSeparator(text, i, to) && (separator == 0 || separator == text[i])) {
                separator = text[i];
            } else {
                break;
            }
        }
        return digits >= FEWEST
                && digits <= MOST
                && Ascii.endsAt(text, last + 1, to)
                && isIssued((int) first6, digits)
                && checkDigitFits(text, start, last);
    }

    private static boolean isSeparator(byte[] text, int at, int to) {
        return (text[at] == ' ' || text[at] == '-') && at + 1 < to && Ascii.isDigit(text[at + 1]);
    }

    private static boolean isIssued(int first6, int digits) {
        int two = first6 / 10_000;
        int four = first6 / 100;
        if (first6 / 100_000 == 4) {
            return digits == 13 || digits == 16 || digits == 19; // Visa
        }
        if ((two >= 51 && two <= 55) || (four >= 2221 && four <= 2720)) {
            return digits == 16; // Mastercard
        }
        if (two == 34 || two == 37) {
            return digits == 15; // American Express
        }
        if (two == 36 || two == 38 || (four >= 3000 && four <= 3059)) {
            return digits == 14; // Diners Club
        }
        boolean discover = four == 6011 || two == 65 || (four >= 6440 && four <= 6499);
        boolean japan = four >= 3528 && four <= 3589;
        boolean union = two == 62;
        return (discover || japan || union) && digits >= 16;
    }

    private static boolean checkDigitFits(byte[] text, int first, int last) {
        int sum = 0;
        boolean doubled = false;
        for (int i = last; i >= first; i--) {
            if (Ascii.isDigit(text[i])) {
                int digit = (text[i] - '0') * (doubled ? 2 : 1);
                sum += digit > 9 ? digit - 9 : digit;
                doubled = !doubled;
            }
        }
        return sum % 10 == 0;
    }
}
