package io.streamgauge.app.files;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation.ListLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/**
 * A column of a Parquet file with single values or lists of them.
 *
 * @param listLevel definition level from which on a list has elements; 0 for a column of single values
 */
record ParquetColumn(ColumnDescriptor descriptor, String name, ParquetCell cell, int listLevel) {
    /** The column as rows show it; empty for parts of maps, of lists of lists and of lists of records. */
    static Optional<ParquetColumn> of(ColumnDescriptor column, MessageType schema) {
        List<String> path = Arrays.asList(column.getPath());
        ParquetCell cell = ParquetCell.of(column.getPrimitiveType());
        if (column.getMaxRepetitionLevel() == 0) {
            return Optional.of(new ParquetColumn(column, ObjectCells.columnName(path), cell, 0));
        }
        int repeated = depthOfRepetition(schema, column.getPath());
        boolean plain = repeated == path.size();
        boolean list = repeated == path.size() - 1 && isList(schema, path, repeated);
        if (column.getMaxRepetitionLevel() > 1 || !(plain || list)) {
            return Optional.empty();
        }
        String[] repeatedPath = path.subList(0, repeated).toArray(String[]::new);
        boolean named = repeated > 1 && isAnnotated(schema, path.subList(0, repeated - 1));
        List<String> name = path.subList(0, named ? repeated - 1 : repeated);
        return Optional.of(new ParquetColumn(
                column, ObjectCells.columnName(name), cell, schema.getMaxDefinitionLevel(repeatedPath)));
    }

    /** How many steps down from the root the first repeated field is. */
    private static int depthOfRepetition(MessageType schema, String[] path) {
        for (int depth = 1; depth < path.length; depth++) {
            if (schema.getMaxRepetitionLevel(Arrays.copyOf(path, depth)) > 0) {
                return depth;
            }
        }
        return path.length;
    }

    /** Whether the repeated group is the middle level of a list, with nothing but the element in it. */
    private static boolean isList(MessageType schema, List<String> path, int repeated) {
        Type group = schema.getType(path.subList(0, repeated).toArray(String[]::new));
        return repeated > 1
                && group instanceof GroupType middle
                && middle.getFieldCount() == 1
                && isAnnotated(schema, path.subList(0, repeated - 1));
    }

    private static boolean isAnnotated(MessageType schema, List<String> path) {
        return schema.getType(path.toArray(String[]::new)).getLogicalTypeAnnotation()
                instanceof ListLogicalTypeAnnotation;
    }

    /** Takes the next row's cell from the reader of the column. */
    @Nullable
    Object next(ColumnReader reader) {
        if (listLevel == 0) {
            Object single = value(reader);
            reader.consume();
            return single;
        }
        // One level below the list is the field that holds it: there, but without elements.
        boolean absent = reader.getCurrentDefinitionLevel() < listLevel - 1;
        List<@Nullable Object> items = new ArrayList<>();
        do {
            if (reader.getCurrentDefinitionLevel() >= listLevel) {
                Object item = value(reader);
                items.add(
                        item == ObjectCells.OTHER
                                ? raw(reader, descriptor.getPrimitiveType()).toString()
                                : item);
            }
            reader.consume();
        } while (reader.getCurrentRepetitionLevel() > 0);
        return absent ? null : items;
    }

    private @Nullable Object value(ColumnReader reader) {
        return reader.getCurrentDefinitionLevel() < descriptor.getMaxDefinitionLevel()
                ? null
                : cell.of(raw(reader, descriptor.getPrimitiveType()));
    }

    private static Object raw(ColumnReader reader, PrimitiveType type) {
        return switch (type.getPrimitiveTypeName()) {
            case BINARY, FIXED_LEN_BYTE_ARRAY, INT96 -> type.stringifier().stringify(reader.getBinary());
            case BOOLEAN -> reader.getBoolean();
            case DOUBLE -> reader.getDouble();
            case FLOAT -> reader.getFloat();
            case INT32 -> reader.getInteger();
            case INT64 -> reader.getLong();
        };
    }
}
