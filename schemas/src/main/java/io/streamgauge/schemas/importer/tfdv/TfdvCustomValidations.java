package io.streamgauge.schemas.importer.tfdv;

import io.streamgauge.schemas.condition.SqlCondition;
import io.streamgauge.schemas.condition.StatisticsRule;
import io.streamgauge.schemas.contract.Severity;
import io.streamgauge.schemas.importer.proto.BrokenMessageException;
import io.streamgauge.schemas.importer.proto.ProtoMessage;
import io.streamgauge.schemas.importer.proto.TextReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the custom validations of TensorFlow Data Validation: conditions that the statistics of features have to keep. */
public final class TfdvCustomValidations {
    private final List<StatisticsRule> rules = new ArrayList<>();

    private TfdvCustomValidations() {}

    /**
     * The conditions in a file, as text or as bytes.
     *
     * @throws BrokenMessageException with one line, if there are none that can be used
     */
    public static List<StatisticsRule> read(Path file) throws IOException {
        byte[] bytes = MessageFile.bytes(file);
        try {
            return rules(MessageFile.read(bytes, TfdvMessages.CUSTOM_VALIDATIONS));
        } catch (BrokenMessageException e) {
            throw MessageFile.in(file, e);
        }
    }

    /** The conditions in the text form. */
    public static List<StatisticsRule> ofText(String text) throws BrokenMessageException {
        return rules(TextReader.read(text, TfdvMessages.CUSTOM_VALIDATIONS));
    }

    private static List<StatisticsRule> rules(ProtoMessage config) throws BrokenMessageException {
        var validations = new TfdvCustomValidations();
        for (ProtoMessage one : config.messages("feature_validations")) {
            validations.add(one, one.message("feature_path"), null);
        }
        for (ProtoMessage pair : config.messages("feature_pair_validations")) {
            slice(pair.text("base_dataset_name"));
            validations.add(pair, pair.message("feature_test_path"), pair.message("feature_base_path"));
        }
        return List.copyOf(validations.rules);
    }

    private void add(ProtoMessage of, ProtoMessage path, @Nullable ProtoMessage base) throws BrokenMessageException {
        slice(of.text("dataset_name"));
        for (ProtoMessage validation : of.messages("validations")) {
            rules.add(new StatisticsRule(
                    path.texts("step"),
                    base == null ? null : base.texts("step"),
                    SqlCondition.parse(validation.text("sql_expression")),
                    severity(validation),
                    validation.text("description"),
                    new HashSet<>(validation.texts("in_environment"))));
        }
    }

    private static void slice(String name) throws BrokenMessageException {
        if (!name.isEmpty() && !name.equals(TfdvStatistics.ALL_EXAMPLES)) {
            throw new BrokenMessageException(
                    "the slice '%s' is named; only statistics over all examples are read".formatted(name));
        }
    }

    private static Severity severity(ProtoMessage validation) {
        return validation.has("severity") ? Severity.valueOf(validation.text("severity")) : Severity.UNKNOWN;
    }
}
