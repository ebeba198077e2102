package io.streamgauge.systemtests;

import io.streamgauge.schemas.serde.RegistryClient;
import io.streamgauge.schemas.serde.RegistrySettings;
import io.streamgauge.schemas.serde.WireFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A shop that never heard of Streamgauge: its orders have its own nested schema in one topic, and are JSON in another. */
final class ShopOrders {
    static final String AVRO_TOPIC = "shop.orders";
    static final String JSON_TOPIC = "shop.orders.json";
    static final int PARTITIONS = 2;
    static final int PER_HOUR = 200;

    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final long MINUTE_MS = 60_000;
    private static final Schema SCHEMA = new Schema.Parser().parse("""
            {"type": "record", "name": "Order", "namespace": "com.example.shop", "fields": [
              {"name": "order_id", "type": "string"},
              {"name": "placed_at", "type": {"type": "long", "logicalType": "timestamp-micros"}},
              {"name": "payment", "type": {"type": "record", "name": "Payment", "fields": [
                {"name": "total", "type": ["null", "double"], "default": null}]}},
              {"name": "customer", "type": ["null", {"type": "record", "name": "Customer", "fields": [
                {"name": "country", "type": ["null", "string"], "default": null}]}], "default": null},
              {"name": "coupon", "type": ["null", "string"], "default": null}]}
            """);

    private final String bootstrapServers;
    private final URI registry;
    private final int schemaId;

    ShopOrders(String bootstrapServers, URI registry) {
        this.bootstrapServers = bootstrapServers;
        this.registry = registry;
        try (var client = new RegistryClient(RegistrySettings.of(registry))) {
            schemaId = client.register(AVRO_TOPIC + "-value", SCHEMA);
        }
    }

    /** Null: not known. */
    record Order(String id, long atMs, Double total, String country) {}

    void createTopics() throws Exception {
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", bootstrapServers))) {
            admin.createTopics(List.of(
                            new NewTopic(AVRO_TOPIC, PARTITIONS, (short) 1),
                            new NewTopic(JSON_TOPIC, PARTITIONS, (short) 1)))
                    .all()
                    .get();
        }
    }

    static Instant hour(int hour) {
        return START.plusSeconds(3600L * hour);
    }

    /** Orders of some hours as usual, evenly spread. The same on every call. */
    static List<Order> usual(int fromHour, int toHour) {
        return orders(fromHour, toHour, 1, "DE");
    }

    /** Orders of some hours that cost five times as much. */
    static List<Order> expensive(int fromHour, int toHour) {
        return orders(fromHour, toHour, 5, "DE");
    }

    private static List<Order> orders(int fromHour, int toHour, double factor, String mostly) {
        var orders = new ArrayList<Order>();
        for (int i = fromHour * PER_HOUR; i < toHour * PER_HOUR; i++) {
            var chance = new Random(i);
            chance.nextDouble(); // the first of consecutive seeds are alike
            double total = Math.round(100 * factor * Math.exp(3 + 0.5 * chance.nextGaussian())) / 100.0;
            String country = chance.nextDouble() < 0.6 ? mostly : chance.nextBoolean() ? "FR" : "IT";
            boolean known = chance.nextInt(50) > 0;
            long atMs = START.toEpochMilli() + i * (60 * MINUTE_MS / PER_HOUR);
            orders.add(new Order("order-" + i, atMs, known ? total : null, known ? country : null));
        }
        return orders;
    }

    /** The training data: orders of the days before, as a file. */
    static void writeTrainingData(Path csv) throws IOException {
        var lines = new ArrayList<String>(List.of("order_id,placed_at,amount,country"));
        for (Order order : usual(-100, 0)) {
            lines.add(String.join(
                    ",",
                    order.id(),
                    Instant.ofEpochMilli(order.atMs()).toString(),
                    order.total() == null ? "" : order.total().toString(),
                    order.country() == null ? "" : order.country()));
        }
        Files.write(csv, lines);
    }

    void sendAvro(List<Order> orders) {
        send(AVRO_TOPIC, orders, this::value);
    }

    /** The value of a record of {@link #AVRO_TOPIC}. */
    byte[] value(Order order) {
        return WireFormat.encode(schemaId, avro(order));
    }

    /** A record of another schema in the same topic. */
    byte[] framed(Schema schema, byte[] body) {
        try (var client = new RegistryClient(RegistrySettings.of(registry))) {
            return WireFormat.encode(client.register(schema.getFullName() + "-value", schema), body);
        }
    }

    void sendJson(List<Order> orders) {
        send(JSON_TOPIC, orders, order -> json(order).getBytes(StandardCharsets.UTF_8));
    }

    private void send(String topic, List<Order> orders, Function<Order, byte[]> encode) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrapServers, "linger.ms", 20),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            int sequence = 0;
            for (Order order : orders) {
                byte[] key = order.id().getBytes(StandardCharsets.UTF_8);
                producer.send(new ProducerRecord<>(topic, sequence++ % PARTITIONS, key, encode.apply(order)));
            }
            producer.flush();
        }
    }

    private static byte[] avro(Order order) {
        Schema payment = SCHEMA.getField("payment").schema();
        Schema customer = SCHEMA.getField("customer").schema().getTypes().get(1);
        GenericRecord record = new GenericRecordBuilder(SCHEMA)
                .set("order_id", order.id())
                .set("placed_at", order.atMs() * 1000)
                .set(
                        "payment",
                        new GenericRecordBuilder(payment)
                                .set("total", order.total())
                                .build())
                .set(
                        "customer",
                        order.country() == null
                                ? null
                                : new GenericRecordBuilder(customer)
                                        .set("country", order.country())
                                        .build())
                .set("coupon", null)
                .build();
        var bytes = new ByteArrayOutputStream();
        try {
            var encoder = EncoderFactory.get().binaryEncoder(bytes, null);
            new GenericDatumWriter<GenericRecord>(SCHEMA, GenericData.get()).write(record, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String json(Order order) {
        return String.format(
                Locale.ROOT,
                "{\"order_id\":\"%s\",\"meta\":{\"at\":\"%s\"},\"payment\":{\"total\":%s},\"customer\":%s,\"lines\":[1,2]}",
                order.id(),
                Instant.ofEpochMilli(order.atMs()),
                order.total(),
                order.country() == null ? "null" : "{\"country\":\"" + order.country() + "\"}");
    }
}
