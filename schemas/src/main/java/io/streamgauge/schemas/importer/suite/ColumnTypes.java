package io.streamgauge.schemas.importer.suite;

import io.streamgauge.schemas.contract.FeatureType;
import io.streamgauge.schemas.contract.PhysicalType;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The names that types of columns have in pandas, SQL and Spark. */
final class ColumnTypes {
    private static final Map<PhysicalType, Set<String>> NAMES = Map.of(
            PhysicalType.INT,
            Set.of(
                    "int",
                    "int8",
                    "int16",
                    "int32",
                    "int64",
                    "integer",
                    "smallint",
                    "bigint",
                    "long",
                    "integertype",
                    "longtype"),
            PhysicalType.FLOAT,
            Set.of("float", "float32", "float64", "double", "double_precision", "real", "floattype", "doubletype"),
            PhysicalType.BYTES,
            Set.of("str", "string", "object", "text", "varchar", "char", "stringtype"));

    private ColumnTypes() {}

    /** Whether the names are names of one type; if so the column has it. */
    static boolean add(List<String> names, String column, Draft draft) {
        Set<PhysicalType> types = EnumSet.noneOf(PhysicalType.class);
        boolean truth = false;
        for (String name : names) {
            String lower = name.toLowerCase(Locale.ROOT);
            truth |= lower.startsWith("bool");
            NAMES.forEach((type, known) -> {
                if (known.contains(lower)) {
                    types.add(type);
                }
            });
        }
        if (truth) {
            draft.kind(column, FeatureType.BOOLEAN);
        } else if (types.size() == 1) {
            draft.type(column, types.iterator().next());
        } else if (types.equals(EnumSet.of(PhysicalType.INT, PhysicalType.FLOAT))) {
            draft.kind(column, FeatureType.NUMERIC);
        } else {
            return false;
        }
        return true;
    }
}
