package io.streamgauge.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;

/** Are two runs' alerts the same but for where the records of a window lie, and numbers but for their last digits? */
final class SameButForEvidence {
    private static final double TOLERANCE = 1e-12;
    private static final Comparator<GenericRecord> ORDER = Comparator.<GenericRecord, String>comparing(
                    alert -> alert.get("id").toString())
            .thenComparing(alert -> (Long) alert.get("windowStart"))
            .thenComparing(alert -> alert.get("state").toString());

    private SameButForEvidence() {}

    static void assertSame(List<GenericRecord> actual, List<GenericRecord> expected) {
        List<GenericRecord> left = actual.stream().sorted(ORDER).toList();
        List<GenericRecord> right = expected.stream().sorted(ORDER).toList();
        assertThat(left).hasSameSizeAs(right);
        for (int i = 0; i < left.size(); i++) {
            assertSame(left.get(i), right.get(i));
        }
    }

    private static void assertSame(GenericRecord actual, GenericRecord expected) {
        for (Schema.Field field : expected.getSchema().getFields()) {
            String name = field.name();
            if (!name.equals("evidence")) {
                assertSame(expected.get("id") + "." + name, actual.get(name), expected.get(name));
            }
        }
    }

    private static void assertSame(String where, Object actual, Object expected) {
        if (expected instanceof Double number) {
            assertThat((Double) actual).as(where).isCloseTo(number, within(TOLERANCE * Math.max(1, Math.abs(number))));
        } else if (expected instanceof List<?> list) {
            assertThat((List<?>) actual).as(where).hasSameSizeAs(list);
            for (int i = 0; i < list.size(); i++) {
                assertSame(where + "[" + i + "]", ((List<?>) actual).get(i), list.get(i));
            }
        } else if (expected instanceof GenericRecord record) {
            for (Schema.Field field : record.getSchema().getFields()) {
                assertSame(
                        where + "." + field.name(),
                        ((GenericRecord) actual).get(field.name()),
                        record.get(field.name()));
            }
        } else {
            assertThat(String.valueOf(actual)).as(where).isEqualTo(String.valueOf(expected));
        }
    }
}
