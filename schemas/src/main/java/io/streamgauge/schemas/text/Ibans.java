package io.streamgauge.schemas.text;

import java.util.HashMap;
import java.util.Map;

/** Two letters of the country, two check digits, the account; in one word or in groups of four. */
final class Ibans {
    /** Length by country, from the registry of ISO 13616. */
    private static final String LENGTHS =
            "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28"
                    + " EE20 EG29 ES24 FI18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20"
                    + " LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MR27 MT31 MU30 NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24"
                    + " RS22 SA24 SC31 SD18 SE24 SI19 SK24 SM27 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20";

    private static final int SHORTEST = 15;
    private static final Map<Integer, Integer> LENGTH_OF_COUNTRY = lengths();

    private Ibans() {}

    static boolean in(byte[] text, int from, int to) {
        for (int i = from; i <= to - SHORTEST; i++) {
            boolean head = Ascii.isUpper(text[i])
                    && Ascii.isUpper(text[i + 1])
                    && Ascii.isDigit(text[i + 2])
                    && Ascii.isDigit(text[i + 3]);
            if (head && Ascii.startsAt(text, from, i) && isNumberAt(text, i, to)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNumberAt(byte[] text, int start, int to) {
        Integer length = LENGTH_OF_COUNTRY.get(country(text[start], text[start + 1]));
        if (length == null) {
            return false;
        }
        int remainder = 0;
        int read = 0;
        int i = start + 4;
        for (; i < to && read < length - 4; i++) {
            if (text[i] == ' ' && read % 4 == 0) {
                continue;
            }
            if (!Ascii.isDigit(text[i]) && !Ascii.isUpper(text[i])) {
                return false;
            }
            remainder = append(remainder, text[i]);
            read++;
        }
        for (int k = start; k < start + 4; k++) { // the head goes to the end
            remainder = append(remainder, text[k]);
        }
        return read == length - 4 && remainder == 1 && Ascii.endsAt(text, i, to);
    }

    private static int append(int remainder, byte b) {
        return Ascii.isDigit(b) ? (10 * remainder + b - '0') % 97 : (100 * remainder + b - 'A' + 10) % 97;
    }

    private static Map<Integer, Integer> lengths() {
        var lengths = new HashMap<Integer, Integer>();
        for (String entry : LENGTHS.split(" ", -1)) {
            lengths.put(country((byte) entry.charAt(0), (byte) entry.charAt(1)), Integer.valueOf(entry.substring(2)));
        }
        return Map.copyOf(lengths);
    }

    private static int country(byte first, byte second) {
        return first << 8 | second;
    }
}
