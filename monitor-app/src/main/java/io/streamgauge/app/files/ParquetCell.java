package io.streamgauge.app.files;

import java.math.BigDecimal;
import java.time.Duration;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.EnumLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.Float16LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.JsonLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/** What the values of a Parquet column mean, which the values alone do not say. */
@FunctionalInterface
interface ParquetCell {
    long MS_PER_DAY = Duration.ofDays(1).toMillis();

    /** The cell for a value as the reader gives it: bytes come as text. */
    Object of(Object raw);

    static ParquetCell of(PrimitiveType type) {
        LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
        boolean bytes = switch (type.getPrimitiveTypeName()) {
            case BINARY, FIXED_LEN_BYTE_ARRAY -> true;
            case INT32, INT64, INT96, FLOAT, DOUBLE, BOOLEAN -> false;
        };
        if (type.getPrimitiveTypeName() == PrimitiveTypeName.INT96 || (bytes && logical == null)) {
            return raw -> ObjectCells.OTHER;
        }
        if (logical instanceof TimestampLogicalTypeAnnotation timestamp) {
            return instant(timestamp.getUnit());
        }
        if (logical instanceof DateLogicalTypeAnnotation) {
            return raw -> whole(raw) * MS_PER_DAY;
        }
        if (logical instanceof DecimalLogicalTypeAnnotation decimal && !bytes) {
            return raw -> BigDecimal.valueOf(whole(raw), decimal.getScale()).doubleValue();
        }
        boolean numberInBytes =
                logical instanceof DecimalLogicalTypeAnnotation || logical instanceof Float16LogicalTypeAnnotation;
        return numberInBytes ? raw -> Double.parseDouble(raw.toString()) : ParquetCell::plain;
    }

    /** Whether the cells are what the column's readers give: numbers, truth values, UTF-8 texts. */
    static boolean isPlain(PrimitiveType type) {
        LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
        boolean decimal =
                logical instanceof DecimalLogicalTypeAnnotation || logical instanceof Float16LogicalTypeAnnotation;
        return !decimal
                && switch (type.getPrimitiveTypeName()) {
                    case INT32, INT64, FLOAT, DOUBLE, BOOLEAN -> true;
                    case BINARY ->
                        logical instanceof StringLogicalTypeAnnotation
                                || logical instanceof EnumLogicalTypeAnnotation
                                || logical instanceof JsonLogicalTypeAnnotation;
                    case FIXED_LEN_BYTE_ARRAY, INT96 -> false;
                };
    }

    private static ParquetCell instant(LogicalTypeAnnotation.TimeUnit unit) {
        return switch (unit) {
            case MILLIS -> ParquetCell::whole;
            case MICROS -> raw -> Math.floorDiv(whole(raw), 1_000L);
            case NANOS -> raw -> Math.floorDiv(whole(raw), 1_000_000L);
        };
    }

    private static long whole(Object raw) {
        return ((Number) raw).longValue();
    }

    private static Object plain(Object raw) {
        if (raw instanceof Integer whole) {
            return whole.longValue();
        }
        if (raw instanceof Float number) {
            return number.doubleValue();
        }
        return raw;
    }
}
