package io.streamgauge.app.schema;

import io.streamgauge.schemas.contract.DataContract;
import io.streamgauge.schemas.contract.FeatureContract;
import io.streamgauge.schemas.contract.FeatureType;
import io.streamgauge.schemas.contract.PhysicalType;
import io.streamgauge.schemas.yaml.DidYouMean;
import io.streamgauge.schemas.yaml.InvalidConfigException;
import io.streamgauge.schemas.yaml.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How are columns profiled, by what a schema says of them? */
public final class ColumnKinds {
    private ColumnKinds() {}

    /**
     * The types by column; records have none.
     *
     * @param columns that there are; the schema may name no other feature that is in use
     * @throws InvalidConfigException with everything that is wrong
     */
    public static Map<String, FeatureType> of(DataContract contract, Path file, List<String> columns) {
        Map<String, FeatureType> types = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (FeatureContract feature : contract.features()) {
            String name = feature.name();
            if (!columns.contains(name) && feature.lifecycle().checked()) {
                String message = "no column has this name" + DidYouMean.hint(name, columns);
                problems.add(new Problem("features." + name, 0, 0, "a column of the input", name, message));
            } else if (columns.contains(name) && feature.type() != PhysicalType.STRUCT) {
                types.put(name, feature.profiledAs());
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidConfigException(file.toString(), problems);
        }
        return types;
    }
}
