package io.streamgauge.checks.valueskew.diagnosis;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.streamgauge.checks.valueskew.Mismatch;
import io.streamgauge.checks.valueskew.Value;
import io.streamgauge.checks.valueskew.Value.Items;
import io.streamgauge.checks.valueskew.Value.Numeric;
import io.streamgauge.checks.valueskew.Value.Text;
import java.nio.charset.Charset;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** The same text, written another way. */
final class TextForms implements Finder {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Pattern WHITESPACE = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern QUOTES = Pattern.compile("^[\"'`]+|[\"'`]+$");
    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final Pattern LEADING_ZEROS = Pattern.compile("^0+(?=.)");
    private static final Pattern BEYOND_ASCII = Pattern.compile("[^\\p{ASCII}]");
    private static final Pattern REPLACEMENTS = Pattern.compile("[\uFFFD?]");

    /** A way in which two texts can be the same. */
    private record Form(BugKind kind, String words, BiPredicate<String, String> same) {
        static Form after(BugKind kind, String words, UnaryOperator<String> change) {
            return new Form(kind, words, (base, test) -> change.apply(base).equals(change.apply(test)));
        }
    }

    private static final List<Form> FORMS = List.of(
            Form.after(BugKind.TEXT_FORM, "differs only in whitespace", TextForms::withoutWhitespace),
            Form.after(BugKind.TEXT_FORM, "differs only in upper and lower case", TextForms::lower),
            Form.after(
                    BugKind.TEXT_FORM, "differs only in case and whitespace", text -> lower(withoutWhitespace(text))),
            Form.after(BugKind.TEXT_FORM, "differs only in quotes around it", TextForms::withoutQuotes),
            Form.after(BugKind.TEXT_FORM, "differs only in leading zeros", TextForms::withoutZeros),
            Form.after(
                    BugKind.ENCODING,
                    "another normal form of Unicode",
                    text -> Normalizer.normalize(text, Normalizer.Form.NFKC)),
            Form.after(BugKind.TEXT_FORM, "differs only in accents", TextForms::withoutAccents),
            new Form(BugKind.ENCODING, "serving read UTF-8 as another character set", TextForms::isGarbled),
            new Form(
                    BugKind.ENCODING,
                    "training read UTF-8 as another character set",
                    (base, test) -> isGarbled(test, base)),
            new Form(BugKind.ENCODING, "serving lost the characters beyond ASCII", TextForms::isReplaced),
            new Form(
                    BugKind.ENCODING,
                    "training lost the characters beyond ASCII",
                    (base, test) -> isReplaced(test, base)));

    @Override
    public Optional<Diagnosis> find(List<Mismatch> mismatches, List<Value> usual) {
        double retyped = share(mismatches, TextForms::isRetyped);
        if (retyped >= LEAST_SHARE) {
            String words = Words.inShare("a number on one side, the same as text on the other", retyped);
            return Optional.of(new Diagnosis(BugKind.TYPE, retyped, words));
        }
        for (Form form : FORMS) {
            double share = share(
                    mismatches,
                    (base, test) -> areTexts(base, test) && form.same().test(base.text(), test.text()));
            if (share >= LEAST_SHARE) {
                return Optional.of(new Diagnosis(form.kind(), share, Words.inShare(form.words(), share)));
            }
        }
        return Optional.empty();
    }

    private static double share(List<Mismatch> mismatches, BiPredicate<Value, Value> same) {
        long explained = mismatches.stream()
                .filter(each -> same.test(each.base(), each.test()))
                .count();
        return (double) explained / mismatches.size();
    }

    private static boolean isRetyped(Value base, Value test) {
        return base.getClass() != test.getClass()
                && !(base instanceof Items)
                && !(test instanceof Items)
                && base.text().equals(test.text());
    }

    /** Digits of a format without types may be texts too: postal codes. */
    private static boolean areTexts(Value base, Value test) {
        return isText(base) && isText(test);
    }

    private static boolean isText(Value value) {
        return value instanceof Text || (value instanceof Numeric number && number.written() != null);
    }

    private static String withoutWhitespace(String text) {
        return WHITESPACE.matcher(text).replaceAll("");
    }

    private static String lower(String text) {
        // Up first: some letters have two small forms.
        return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    private static String withoutQuotes(String text) {
        return QUOTES.matcher(text).replaceAll("");
    }

    private static String withoutAccents(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    }

    private static String withoutZeros(String text) {
        return LEADING_ZEROS.matcher(text).replaceAll("");
    }

    private static boolean isGarbled(String whole, String garbled) {
        byte[] bytes = whole.getBytes(UTF_8);
        return bytes.length > whole.length()
                && (new String(bytes, ISO_8859_1).equals(garbled) || new String(bytes, WINDOWS).equals(garbled));
    }

    private static boolean isReplaced(String whole, String replaced) {
        String dropped = BEYOND_ASCII.matcher(whole).replaceAll("");
        return dropped.length() < whole.length()
                && REPLACEMENTS.matcher(replaced).replaceAll("").equals(dropped.replace("?", ""));
    }
}
