package io.streamgauge.schemas.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Does a text hold something that should not be in it? Each asks for the form and, where there is one, the check digit, so that ids,
 * amounts and timestamps keep it silent. Time is linear in the length of the text; ASCII only.
 */
public enum TextDetector {
    /** An e-mail address: local part, {@code @}, a domain with at least one dot. */
    EMAIL,
    /** A telephone number: {@code +} and 8 to 15 digits, or a North American one with its separators. Bare digits are no number. */
    PHONE,
    /** The number of a payment card: an issuer's range and length, and the check digit after Luhn (ISO/IEC 7812-1). */
    PAYMENT_CARD,
    /** An international bank account number: its country's length, and modulo 97 (ISO 13616). */
    IBAN,
    /** A person's number: US SSN (by its form), Spanish DNI and NIE, French NIR, Brazilian CPF, Finnish HETU (by check digit). */
    NATIONAL_ID,
    /** A secret: a private key's header, a bearer or JSON web token, a key with the prefix of a known issuer. */
    SECRET;

    public boolean isIn(byte[] utf8, int offset, int length) {
        int to = offset + length;
        return switch (this) {
            case EMAIL -> Emails.in(utf8, offset, to);
            case PHONE -> PhoneNumbers.in(utf8, offset, to);
            case PAYMENT_CARD -> PaymentCards.in(utf8, offset, to);
            case IBAN -> Ibans.in(utf8, offset, to);
            case NATIONAL_ID -> NationalIds.in(utf8, offset, to);
            case SECRET -> Secrets.in(utf8, offset, to);
        };
    }

    /** The word in settings and scores: {@code email}, {@code payment-card}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<TextDetector> ofWord(String word) {
        return Arrays.stream(values())
                .filter(detector -> detector.word().equals(word))
                .findFirst();
    }
}
