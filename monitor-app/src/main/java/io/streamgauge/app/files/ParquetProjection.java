package io.streamgauge.app.files;

import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/** Which part of a Parquet schema is to be read. */
final class ParquetProjection {
    private ParquetProjection() {}

    /** The schema with these columns only. */
    static MessageType of(MessageType schema, List<ColumnDescriptor> columns) {
        List<String[]> paths = columns.stream().map(ColumnDescriptor::getPath).toList();
        return new MessageType(schema.getName(), fields(schema, paths, 0));
    }

    private static List<Type> fields(GroupType group, List<String[]> paths, int depth) {
        List<Type> kept = new ArrayList<>();
        for (Type field : group.getFields()) {
            List<String[]> below = paths.stream()
                    .filter(path -> path.length > depth && path[depth].equals(field.getName()))
                    .toList();
            if (!below.isEmpty()) {
                kept.add(
                        field.isPrimitive()
                                ? field
                                : field.asGroupType().withNewFields(fields(field.asGroupType(), below, depth + 1)));
            }
        }
        return kept;
    }

    /** Converters that Parquet's column readers ask for and, as the values are fetched from the readers, never use. */
    static GroupConverter deafTo(GroupType group) {
        List<Converter> converters = group.getFields().stream()
                .map(field -> field.isPrimitive() ? new DeafColumn() : deafTo(field.asGroupType()))
                .toList();
        return new DeafGroup(converters);
    }

    private static final class DeafGroup extends GroupConverter {
        private final List<Converter> fields;

        DeafGroup(List<Converter> fields) {
            this.fields = fields;
        }

        @Override
        public Converter getConverter(int fieldIndex) {
            return fields.get(fieldIndex);
        }

        @Override
        public void start() {}

        @Override
        public void end() {}
    }

    private static final class DeafColumn extends PrimitiveConverter {}
}
