package io.streamgauge.schemas.importer.tfdv;

import io.streamgauge.schemas.importer.proto.BrokenMessageException;
import io.streamgauge.schemas.importer.proto.ProtoMessage;
import io.streamgauge.schemas.importer.proto.TextReader;
import io.streamgauge.schemas.importer.proto.WireReader;
import io.streamgauge.statistics.tfdv.DatasetStatistics;
import io.streamgauge.statistics.tfdv.FeatureStatistics;
import io.streamgauge.statistics.tfdv.WeighableStatistics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads statistics of TensorFlow Data Validation: one dataset or a list with one, as text, as bytes or in a TFRecord file.
 * Of the slices of one dataset, the one over all examples is taken.
 */
public final class TfdvStatistics {
    static final String ALL_EXAMPLES = "All Examples";

    private TfdvStatistics() {}

    /**
     * The statistics in a file.
     *
     * @throws BrokenMessageException with one line, if there are none
     */
    public static WeighableStatistics read(Path file) throws IOException {
        byte[] bytes = MessageFile.bytes(file);
        try {
            return statistics(only(datasets(bytes)));
        } catch (BrokenMessageException e) {
            throw MessageFile.in(file, e);
        }
    }

    /** The statistics in their text form. */
    public static WeighableStatistics ofText(String text) throws BrokenMessageException {
        return statistics(only(textDatasets(text)));
    }

    private static List<ProtoMessage> datasets(byte[] bytes) throws BrokenMessageException {
        if (TfRecords.recognises(bytes)) {
            List<ProtoMessage> datasets = new ArrayList<>();
            for (byte[] record : TfRecords.read(bytes)) {
                datasets.addAll(wireDatasets(record));
            }
            return datasets;
        }
        String text = MessageFile.text(bytes);
        return text == null ? wireDatasets(bytes) : textDatasets(text);
    }

    private static List<ProtoMessage> textDatasets(String text) throws BrokenMessageException {
        if (text.stripLeading().startsWith("datasets")) {
            return TextReader.read(text, TfdvMessages.STATISTICS_LIST).messages("datasets");
        }
        return List.of(TextReader.read(text, TfdvMessages.STATISTICS));
    }

    private static List<ProtoMessage> wireDatasets(byte[] bytes) throws BrokenMessageException {
        try {
            return WireReader.read(bytes, TfdvMessages.STATISTICS_LIST).messages("datasets");
        } catch (BrokenMessageException notAList) {
            // One dataset without a list around it is common too; if that fails as well, the list is what was meant.
            try {
                return List.of(WireReader.read(bytes, TfdvMessages.STATISTICS));
            } catch (BrokenMessageException notADataset) {
                throw notAList;
            }
        }
    }

    private static ProtoMessage only(List<ProtoMessage> datasets) throws BrokenMessageException {
        if (datasets.size() == 1) {
            return datasets.get(0);
        }
        List<ProtoMessage> whole = datasets.stream()
                .filter(dataset -> dataset.text("name").equals(ALL_EXAMPLES))
                .toList();
        if (whole.size() != 1) {
            throw new BrokenMessageException("holds %d datasets; one is needed, or one slice named '%s'"
                    .formatted(datasets.size(), ALL_EXAMPLES));
        }
        return whole.get(0);
    }

    private static WeighableStatistics statistics(ProtoMessage dataset) throws BrokenMessageException {
        List<ProtoMessage> features = StatisticsPaths.resolved(dataset);
        boolean weighted = dataset.number("weighted_num_examples") != 0
                && features.stream().allMatch(FeatureSummaries::weighted);
        var byCount = new DatasetStatistics(dataset.integer("num_examples"), summaries(dataset, features, false));
        if (!weighted) {
            return WeighableStatistics.of(byCount);
        }
        return new WeighableStatistics(
                byCount,
                new DatasetStatistics(dataset.number("weighted_num_examples"), summaries(dataset, features, true)),
                true);
    }

    private static List<FeatureStatistics> summaries(
            ProtoMessage dataset, List<ProtoMessage> features, boolean byWeight) throws BrokenMessageException {
        List<FeatureStatistics> summaries = new ArrayList<>();
        var paths = StatisticsPaths.of(dataset);
        for (ProtoMessage feature : features) {
            summaries.add(FeatureSummaries.of(feature, paths.path(feature), byWeight));
        }
        return summaries;
    }
}
