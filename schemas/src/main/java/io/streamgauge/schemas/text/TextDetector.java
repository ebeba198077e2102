package io.streamgauge.schemas.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Does a text hold something that should not be in it? Each asks for the form and, where there is one, the check digit, so that ids,
 * amounts and timestamps keep it silent. Time is linear in the length of the text, no object is made; ASCII only.
 */
public enum TextDetector {
    /** An e-mail address: local part, {@code @}, a domain with at least one dot. */
    EMAIL(Emails::in),
    /** A telephone number: {@code +} and 8 to 15 digits, or a North American one with its separators. Bare digits are no number. */
    PHONE(PhoneNumbers::in),
    /** The number of a payment card: an issuer's range and length, and the check digit after Luhn (ISO/IEC 7812-1). */
    PAYMENT_CARD(PaymentCards::in),
    /** An international bank account number: its country's length, and modulo 97 (ISO 13616). */
    IBAN(Ibans::in),
    /** A person's number: US SSN (by its form), Spanish DNI and NIE, French NIR, Brazilian CPF, Finnish HETU (by check digit). */
    NATIONAL_ID(NationalIds::in),
    /** A secret: a private key's header, a bearer or JSON web token, a key with the prefix of a known issuer. */
    SECRET(Secrets::in);

    /** Looks between two positions, the second exclusive. */
    interface Scanner {
        boolean in(byte[] utf8, int from, int to);
    }

    private final Scanner scanner;

    TextDetector(Scanner scanner) {
        this.scanner = scanner;
    }

    public boolean isIn(byte[] utf8, int offset, int length) {
        return scanner.in(utf8, offset, offset + length);
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
