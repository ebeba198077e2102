package io.streamgauge.app.skew;

import io.streamgauge.app.files.ValueRows;
import io.streamgauge.checks.valueskew.Value;
import io.streamgauge.checks.valueskew.ValueSkew;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How do the rows of two files differ? A hash join by identifier: the training rows are held in memory, the serving rows are
 * read twice, first for how often each identifier occurs, then in their order as pairs.
 */
public final class FileSkew {
    /** Identifiers that repeat on both sides multiply; so many pairs take minutes, and are a mistake. */
    private static final long MOST_PAIRS = 1_000_000_000;

    private final SkewQuestion question;
    private final List<String> features;
    private final Map<List<String>, List<Value[]>> training = new HashMap<>();
    private final Map<List<String>, Long> serving = new HashMap<>();
    private long trainingWithout;
    private long servingWithout;

    private FileSkew(SkewQuestion question, List<String> features) {
        this.question = question;
        this.features = features;
    }

    /**
     * Compares the files.
     *
     * @throws IllegalArgumentException if a column of the question is in neither file, or the identifiers identify nothing
     * @throws IOException if a file cannot be read
     */
    public static SkewAnswer of(SkewQuestion question) throws IOException {
        Set<String> columns = new LinkedHashSet<>(ValueRows.columns(question.training()));
        columns.addAll(ValueRows.columns(question.serving()));
        if (!columns.isEmpty()) {
            requireColumns("--id", question.identifiers(), columns);
            requireColumns("--tolerance", question.tolerances().keySet(), columns);
            requireColumns("--list-as-set", question.listsAsSets(), columns);
        }
        columns.removeAll(question.ignored());
        question.identifiers().forEach(columns::remove);
        return new FileSkew(question, List.copyOf(columns)).answer();
    }

    private static void requireColumns(String option, Iterable<String> names, Set<String> columns) {
        for (String name : names) {
            if (!columns.contains(name)) {
                throw new IllegalArgumentException("%s: neither file has a column '%s'; there are %s"
                        .formatted(option, name, String.join(", ", columns)));
            }
        }
    }

    private SkewAnswer answer() throws IOException {
        readTraining();
        countServing();
        requireFewPairs();
        ValueSkew skew = compare();
        return new SkewAnswer(skew.features(), skew.pairs(), trainingCounts(), servingCounts());
    }

    private void readTraining() throws IOException {
        try (ValueRows rows = ValueRows.open(question.training(), question.identifiers(), features)) {
            while (rows.next()) {
                var identifier = rows.identifier();
                if (identifier.isPresent()) {
                    training.computeIfAbsent(identifier.get(), absent -> new ArrayList<>(1))
                            .add(rows.values());
                } else {
                    trainingWithout++;
                }
            }
        }
    }

    private void countServing() throws IOException {
        try (ValueRows rows = ValueRows.open(question.serving(), question.identifiers(), features)) {
            while (rows.next()) {
                var identifier = rows.identifier();
                if (identifier.isPresent()) {
                    serving.merge(identifier.get(), 1L, Long::sum);
                } else {
                    servingWithout++;
                }
            }
        }
    }

    private void requireFewPairs() {
        long pairs = 0;
        for (Map.Entry<List<String>, Long> each : serving.entrySet()) {
            pairs += pairs(trainingRows(each.getKey()), each.getValue());
            if (pairs > MOST_PAIRS) {
                throw new IllegalArgumentException(
                        "--id %s: repeated identifiers, such as %s, give more than %d pairs of rows"
                                .formatted(String.join(",", question.identifiers()), each.getKey(), MOST_PAIRS));
            }
        }
    }

    private ValueSkew compare() throws IOException {
        ValueSkew skew = new ValueSkew(features, question::comparison);
        try (ValueRows rows = ValueRows.open(question.serving(), question.identifiers(), features)) {
            while (rows.next()) {
                List<String> identifier = rows.identifier().orElse(List.of());
                List<Value[]> base = training.getOrDefault(identifier, List.of());
                if (pairs(base.size(), serving.getOrDefault(identifier, 0L)) > 0) {
                    Value[] test = rows.values();
                    base.forEach(row -> skew.add(row, test));
                }
            }
        }
        return skew;
    }

    private SideCounts trainingCounts() {
        long rows = trainingWithout;
        long ambiguous = 0;
        long unmatched = 0;
        for (Map.Entry<List<String>, List<Value[]>> each : training.entrySet()) {
            long here = each.getValue().size();
            long there = serving.getOrDefault(each.getKey(), 0L);
            rows += here;
            unmatched += there == 0 ? here : 0;
            ambiguous += there > 0 && pairs(here, there) == 0 ? here : 0;
        }
        return new SideCounts(rows, trainingWithout, ambiguous, unmatched);
    }

    private SideCounts servingCounts() {
        long rows = servingWithout;
        long ambiguous = 0;
        long unmatched = 0;
        for (Map.Entry<List<String>, Long> each : serving.entrySet()) {
            long here = each.getValue();
            long there = trainingRows(each.getKey());
            rows += here;
            unmatched += there == 0 ? here : 0;
            ambiguous += there > 0 && pairs(there, here) == 0 ? here : 0;
        }
        return new SideCounts(rows, servingWithout, ambiguous, unmatched);
    }

    private long trainingRows(List<String> identifier) {
        return training.getOrDefault(identifier, List.of()).size();
    }

    private long pairs(long trainingRows, long servingRows) {
        return question.pairing().pairs(trainingRows, servingRows);
    }
}
