package io.streamgauge.schemas.serde;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;

/** Schemas and records that the tests of this package share. */
final class Fixtures {
    static final Schema TRIP = SchemaBuilder.record("Trip")
            .namespace("test")
            .doc("A trip.")
            .fields()
            .requiredString("id")
            .requiredDouble("miles")
            .optionalLong("tip")
            .endRecord();

    /** Reads and is read by {@link #TRIP}. */
    static final Schema TRIP_2 = SchemaBuilder.record("Trip")
            .namespace("test")
            .doc("A trip.")
            .fields()
            .requiredString("id")
            .requiredDouble("miles")
            .optionalLong("tip")
            .optionalString("company")
            .endRecord();

    /** Does not read {@link #TRIP}. */
    static final Schema OTHER_TRIP = SchemaBuilder.record("Trip")
            .namespace("test")
            .fields()
            .requiredLong("id")
            .endRecord();

    private Fixtures() {}

    static GenericRecord trip(String id, double miles) {
        return new GenericRecordBuilder(TRIP).set("id", id).set("miles", miles).build();
    }

    /** One record whose schema has every type of Avro. */
    static GenericRecord everything() {
        Schema color = SchemaBuilder.enumeration("Color").namespace("test").symbols("RED", "BLUE");
        Schema digest = SchemaBuilder.fixed("Digest").namespace("test").size(4);
        Schema schema = SchemaBuilder.record("Everything")
                .namespace("test")
                .fields()
                .requiredBoolean("flag")
                .requiredInt("small")
                .requiredLong("large")
                .requiredFloat("rough")
                .requiredDouble("fine")
                .requiredString("text")
                .requiredBytes("raw")
                .name("color")
                .type(color)
                .noDefault()
                .name("digest")
                .type(digest)
                .noDefault()
                .name("numbers")
                .type()
                .array()
                .items()
                .intType()
                .noDefault()
                .name("counts")
                .type()
                .map()
                .values()
                .longType()
                .noDefault()
                .optionalString("absent")
                .name("trip")
                .type(TRIP)
                .noDefault()
                .endRecord();
        return new GenericRecordBuilder(schema)
                .set("flag", true)
                .set("small", Integer.MIN_VALUE)
                .set("large", Long.MAX_VALUE)
                .set("rough", Float.NaN)
                .set("fine", -0.0)
                .set("text", "Größe \u0000 \uD83D\uDE00")
                .set("raw", ByteBuffer.wrap(new byte[] {0, 1, -1}))
                .set("color", new GenericData.EnumSymbol(color, "BLUE"))
                .set("digest", new GenericData.Fixed(digest, new byte[] {1, 2, 3, 4}))
                .set("numbers", List.of(1, 2, 3))
                .set("counts", Map.of("one", 1L))
                .set("trip", trip("inner", 2.5))
                .build();
    }
}
