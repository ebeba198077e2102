package io.streamgauge.app.view;

import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/** Rows as records of their contract, field by field: a contract with a field that its row lacks fails here. */
final class ContractRecords {
    private ContractRecords() {}

    static GenericRecord of(Schema contract, Object row) {
        var record = new GenericData.Record(contract);
        for (var field : contract.getFields()) {
            record.put(field.name(), avro(field.schema(), component(row, field.name())));
        }
        return record;
    }

    private static Object component(Object row, String field) {
        for (var component : row.getClass().getRecordComponents()) {
            if (component.getName().equals(field) || component.getName().equals(field + "Ms")) {
                try {
                    return component.getAccessor().invoke(row);
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        throw new IllegalStateException(row.getClass().getSimpleName() + " has no " + field);
    }

    private static Object avro(Schema schema, Object value) {
        if (schema.getType() == Schema.Type.ENUM) {
            return new GenericData.EnumSymbol(schema, value);
        }
        if (value instanceof List<?> items && schema.getElementType().getType() == Schema.Type.RECORD) {
            return items.stream().map(item -> of(schema.getElementType(), item)).toList();
        }
        return value;
    }
}
