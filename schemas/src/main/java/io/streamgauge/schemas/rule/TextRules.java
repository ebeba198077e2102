package io.streamgauge.schemas.rule;

import io.streamgauge.schemas.contract.Domain;
import io.streamgauge.schemas.contract.Limits;
import io.streamgauge.schemas.contract.PhysicalType;
import java.util.Objects;
import java.util.function.DoublePredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules of a feature whose values are texts, or numbers that are names of something. */
final class TextRules {
    private TextRules() {}

    static void add(SlotRules rules, Domain domain) {
        if (domain instanceof Domain.Words words) {
            enumeration(rules, new WordSet(words.values()));
        } else if (domain instanceof Domain.Texts texts) {
            form(rules, texts);
        } else if (domain instanceof Domain.WholeNumbers whole) {
            rules.text("INT_TYPE_NOT_INT_STRING", null, Keeping.NO_TEXT, TextTests.NO_INTEGER);
            wholeNumbers(rules, whole.limits());
        } else if (domain instanceof Domain.Numbers numbers) {
            numbers(rules, numbers);
        } else if (domain instanceof Domain.TrueFalse truth && rules.feature().type() == PhysicalType.BYTES) {
            var known = new WordSet(Stream.of(truth.trueValue(), truth.falseValue())
                    .filter(Objects::nonNull)
                    .toList());
            rules.text(
                    "BOOL_TYPE_UNEXPECTED_STRING",
                    null,
                    Keeping.words(known),
                    (utf8, offset, length) -> !known.holds(utf8, offset, length));
        }
    }

    /** Bytes that are no text at all say so and nothing else. */
    private static void enumeration(SlotRules rules, WordSet known) {
        Double mass = rules.feature().minDomainMass();
        rules.text("ENUM_TYPE_INVALID_UTF8", null, Keeping.words(known), TextTests.NO_UTF8);
        rules.text(
                "ENUM_TYPE_UNEXPECTED_STRING_VALUES",
                mass == null ? 0 : Math.min(1, Math.max(0, 1 - mass)),
                "min-domain-mass: {present}",
                Keeping.words(known),
                (utf8, offset, length) ->
                        !known.holds(utf8, offset, length) && !TextTests.NO_UTF8.holds(utf8, offset, length));
    }

    private static void form(SlotRules rules, Domain.Texts texts) {
        Long least = texts.length().min();
        if (least != null) {
            rules.text("TEXT_TOO_SHORT", "a smaller least length", Keeping.NO_TEXT, TextTests.shorterThan(least));
        }
        Long most = texts.length().max();
        if (most != null) {
            rules.text("TEXT_TOO_LONG", "a greater length", Keeping.NO_TEXT, TextTests.longerThan(most));
        }
        if (texts.pattern() != null) {
            rules.text("TEXT_NOT_OF_PATTERN", "another pattern", Keeping.NO_TEXT, TextTests.not(texts.pattern()));
        }
    }

    private static void wholeNumbers(SlotRules rules, Limits limits) {
        Long least = limits.min();
        Long most = limits.max();
        number(rules, "INT_TYPE_SMALL_INT", "a range that begins lower", least == null ? null : value -> value < least);
        number(rules, "INT_TYPE_BIG_INT", "a range that ends higher", most == null ? null : value -> value > most);
    }

    private static void numbers(SlotRules rules, Domain.Numbers numbers) {
        rules.text("FLOAT_TYPE_STRING_NOT_FLOAT", null, Keeping.NO_TEXT, TextTests.NO_NUMBER);
        Double least = numbers.min();
        Double most = numbers.max();
        number(
                rules,
                "FLOAT_TYPE_SMALL_FLOAT",
                "a range that begins lower",
                least == null ? null : value -> value < least);
        number(rules, "FLOAT_TYPE_BIG_FLOAT", "a range that ends higher", most == null ? null : value -> value > most);
        number(rules, "FLOAT_TYPE_HAS_NAN", "nan: true", numbers.noNan() ? Double::isNaN : null);
        number(rules, "FLOAT_TYPE_HAS_INF", "infinity: true", numbers.noInfinity() ? Double::isInfinite : null);
    }

    /** A text that is no number breaks none of these; the rule that it has to be one says it. */
    private static void number(SlotRules rules, String name, String acceptance, @Nullable DoublePredicate broken) {
        if (broken != null) {
            rules.text(
                    name,
                    acceptance,
                    Keeping.NO_TEXT,
                    (utf8, offset, length) -> !TextTests.NO_NUMBER.holds(utf8, offset, length)
                            && broken.test(TextTests.number(utf8, offset, length)));
        }
    }
}
