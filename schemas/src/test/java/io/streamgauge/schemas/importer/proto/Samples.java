package io.streamgauge.schemas.importer.proto;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Messages of a small definition that has a field of each kind, written as text and as bytes by a writer of the test's own. */
final class Samples {
    static final MessageType NODE = MessageTypes.of("""
            choice Colour RED=1 GREEN=2
            Node
              1 count int
              2 on bool
              3 share float
              4 size double
              5 name string
              6 raw bytes
              7 colour Colour
              8 child Node*
              9 counts int*
              10 left int oneof side
              11 right string oneof side
            """).message("Node");

    /** One message in both forms. */
    record Sample(String text, byte[] bytes) {}

    private Samples() {}

    /** Any message, the same for the same seed. */
    static Sample of(Random random, int depth) {
        var text = new StringBuilder();
        var bytes = new ByteArrayOutputStream();
        long count = random.nextLong();
        text.append("count: ").append(count).append(' ');
        varint(bytes, 1 << 3);
        varint(bytes, count);
        text.append("on: true ");
        varint(bytes, 2 << 3);
        varint(bytes, 1);
        float share = random.nextFloat();
        text.append("share: ").append(share).append(' ');
        varint(bytes, (3 << 3) | 5);
        bytes.writeBytes(little(4).putFloat(share).array());
        double size = random.nextGaussian() * 1e9;
        text.append("size: ").append(size).append(' ');
        varint(bytes, (4 << 3) | 1);
        bytes.writeBytes(little(8).putDouble(size).array());
        String name = random.nextBoolean() ? "d\u00e9p\u00f4t \uD83D\uDE95" : "plain";
        text.append("name: \"").append(name).append("\" ");
        lengthed(bytes, 5, name.getBytes(StandardCharsets.UTF_8));
        text.append("colour: GREEN ");
        varint(bytes, 7 << 3);
        varint(bytes, 2);
        counts(random, text, bytes);
        for (int i = 0; depth > 0 && i < 2; i++) {
            Sample child = of(random, depth - 1);
            text.append("child { ").append(child.text()).append("} ");
            lengthed(bytes, 8, child.bytes());
        }
        return new Sample(text.toString(), bytes.toByteArray());
    }

    /** Packed or not: both are good. */
    private static void counts(Random random, StringBuilder text, ByteArrayOutputStream bytes) {
        List<Integer> counts = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            counts.add(random.nextInt(1000));
        }
        text.append("counts: ").append(counts).append(' ');
        var packed = new ByteArrayOutputStream();
        boolean pack = random.nextBoolean();
        for (int count : counts) {
            if (!pack) {
                varint(bytes, 9 << 3);
            }
            varint(pack ? packed : bytes, count);
        }
        if (pack) {
            lengthed(bytes, 9, packed.toByteArray());
        }
    }

    static void lengthed(ByteArrayOutputStream out, int number, byte[] content) {
        varint(out, ((long) number << 3) | 2);
        varint(out, content.length);
        out.writeBytes(content);
    }

    static void varint(ByteArrayOutputStream out, long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            out.write((int) ((rest & 0x7f) | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    static byte[] varints(long... values) {
        var out = new ByteArrayOutputStream();
        for (long value : values) {
            varint(out, value);
        }
        return out.toByteArray();
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** All that a message holds, as text. */
    static String shown(ProtoMessage message) {
        var shown = new StringBuilder();
        shown.append(message.integer("count")).append(message.flag("on")).append(message.number("share"));
        shown.append(message.number("size")).append(message.text("name")).append(message.text("colour"));
        message.messages("child")
                .forEach(child -> shown.append('{').append(shown(child)).append('}'));
        return shown.append(message.integers("counts")).toString();
    }
}
