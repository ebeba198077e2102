package io.streamgauge.app.schema;

import io.streamgauge.app.files.ColumnRoles;
import io.streamgauge.app.files.RowSource;
import io.streamgauge.app.files.RowSources;
import io.streamgauge.schemas.contract.DataContract;
import io.streamgauge.schemas.contract.Domain;
import io.streamgauge.schemas.contract.Environments;
import io.streamgauge.schemas.contract.FeatureContract;
import io.streamgauge.schemas.contract.FeatureType;
import io.streamgauge.schemas.contract.Lifecycle;
import io.streamgauge.schemas.contract.PhysicalType;
import io.streamgauge.schemas.inference.SchemaInference;
import io.streamgauge.statistics.tfdv.DatasetStatistics;
import io.streamgauge.statistics.tfdv.FeatureStatistics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which schema comes with a baseline? What a person has written counts; what they left open is inferred from the training
 * files: features that their schema does not have, and all of a feature but its kind where that is all they said.
 */
public final class TrainingSchema {
    private static final String TRAINING = "TRAINING";
    private static final String SERVING = "SERVING";

    private TrainingSchema() {}

    /** Reads all rows of all files. */
    public static DataContract of(List<Path> files, ColumnRoles roles, @Nullable DataContract given)
            throws IOException {
        DatasetStatistics data = statistics(files);
        DataContract inferred = withRoles(withAllowance(SchemaInference.of(data), data), roles);
        return given == null ? inferred : completed(given, inferred);
    }

    private static DatasetStatistics statistics(List<Path> files) throws IOException {
        Map<String, ColumnOutline> columns = new LinkedHashMap<>();
        long rows = 0;
        for (Path file : files) {
            try (RowSource source = RowSources.open(file)) {
                List<ColumnOutline> own = new ArrayList<>();
                while (source.next()) {
                    rows++;
                    for (int i = 0; i < source.columns().size(); i++) {
                        if (own.size() <= i) {
                            own.add(columns.computeIfAbsent(source.columns().get(i), ColumnOutline::new));
                        }
                        own.get(i).add(source, i);
                    }
                }
            }
        }
        List<FeatureStatistics> features = new ArrayList<>();
        for (ColumnOutline column : columns.values()) {
            features.add(column.summary(rows));
        }
        return new DatasetStatistics(rows, features);
    }

    private static DataContract withAllowance(DataContract inferred, DatasetStatistics data) {
        return inferred.withFeatures(inferred.features().stream()
                .map(feature -> data.feature(List.of(feature.name()))
                        .map(found -> Allowance.of(feature, found))
                        .orElse(feature))
                .toList());
    }

    /** What is known of the columns beyond their values: ids have no enumeration, and serving has no labels. */
    private static DataContract withRoles(DataContract inferred, ColumnRoles roles) {
        List<FeatureContract> features = new ArrayList<>();
        for (FeatureContract feature : inferred.features()) {
            String name = feature.name();
            if (name.equals(roles.label())) {
                features.add(feature.change()
                        .environments(new Environments(Set.of(), Set.of(SERVING)))
                        .build());
            } else if (name.equals(roles.id()) || name.equals(roles.eventTime())) {
                features.add(feature.change()
                        .domain(new Domain.Any())
                        .minDomainMass(null)
                        .build());
            } else if (roles.ignored().contains(name)) {
                features.add(feature.change().lifecycle(Lifecycle.DISABLED).build());
            } else {
                features.add(feature);
            }
        }
        List<String> environments = roles.label() == null ? List.of() : List.of(TRAINING, SERVING);
        return new DataContract(
                features,
                inferred.sparse(),
                inferred.weighted(),
                inferred.words(),
                environments,
                inferred.dataset(),
                inferred.predicates());
    }

    private static DataContract completed(DataContract given, DataContract inferred) {
        List<FeatureContract> features = new ArrayList<>();
        for (FeatureContract feature : given.features()) {
            FeatureContract found = inferred.feature(List.of(feature.name())).orElse(null);
            features.add(found != null && onlyKind(feature) ? ofKind(found, feature.kind()) : feature);
        }
        for (FeatureContract feature : inferred.features()) {
            if (given.feature(List.of(feature.name())).isEmpty()) {
                features.add(feature);
            }
        }
        return given.withFeatures(features);
    }

    private static boolean onlyKind(FeatureContract feature) {
        return feature.kind() != null
                && feature.equals(FeatureContract.of(feature.name(), null)
                        .change()
                        .kind(feature.kind())
                        .build());
    }

    private static FeatureContract ofKind(FeatureContract inferred, @Nullable FeatureType kind) {
        boolean words = inferred.type() == PhysicalType.BYTES && kind == FeatureType.CATEGORICAL;
        Domain domain = words ? inferred.domain() : new Domain.Any();
        return inferred.change()
                .type(null)
                .kind(kind)
                .domain(domain)
                .minDomainMass(words ? inferred.minDomainMass() : null)
                .build();
    }
}
