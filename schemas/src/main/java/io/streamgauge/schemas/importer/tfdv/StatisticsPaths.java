package io.streamgauge.schemas.importer.tfdv;

import io.streamgauge.schemas.importer.proto.BrokenMessageException;
import io.streamgauge.schemas.importer.proto.ProtoMessage;
import java.util.ArrayList;
import java.util.List;

/**
 * Which path does a feature of some statistics have? New statistics say so; old ones give names, where the name of a
 * feature inside of a record begins with that of the record.
 */
final class StatisticsPaths {
    private final List<String> records;

    private StatisticsPaths(List<String> records) {
        this.records = records;
    }

    static StatisticsPaths of(ProtoMessage dataset) {
        return new StatisticsPaths(dataset.messages("features").stream()
                .filter(feature -> !feature.has("path") && feature.text("type").equals("STRUCT"))
                .map(feature -> feature.text("name"))
                .sorted()
                .toList());
    }

    /** The features that count: those with a name and nothing else stand for columns that were not there. */
    static List<ProtoMessage> resolved(ProtoMessage dataset) throws BrokenMessageException {
        List<ProtoMessage> features = dataset.messages("features");
        boolean paths = features.stream().anyMatch(feature -> feature.has("path"));
        if (paths && !features.stream().allMatch(feature -> feature.has("path"))) {
            throw new BrokenMessageException("some features have a path and others a name");
        }
        return features.stream()
                .filter(feature -> FeatureSummaries.hasStatistics(feature) || feature.has("custom_stats"))
                .toList();
    }

    List<String> path(ProtoMessage feature) {
        if (feature.has("path")) {
            return feature.message("path").texts("step");
        }
        String name = feature.text("name");
        List<String> steps = new ArrayList<>();
        int start = 0;
        for (String record : records) {
            if (name.length() > record.length() && name.startsWith(record) && record.length() >= start) {
                steps.add(record.substring(start));
                start = record.length() + 1;
            }
        }
        steps.add(name.substring(start));
        return steps;
    }
}
