package io.streamgauge.systemtests;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** One committed record: a class rather than a record because of the arrays, which are compared by content. */
final class Message {
    private static final Comparator<Message> ORDER = Comparator.comparing(Message::topic)
            .thenComparing(message -> message.key, Arrays::compare)
            .thenComparing(message -> message.value, Arrays::compare);

    private final String topic;
    private final byte[] key;
    private final byte[] value;

    Message(String topic, byte[] key, byte[] value) {
        this.topic = topic;
        this.key = key;
        this.value = value;
    }

    String topic() {
        return topic;
    }

    /** The same record, as if it were in another topic. */
    Message under(String otherTopic) {
        return new Message(otherTopic, key, value);
    }

    String key() {
        return new String(key, StandardCharsets.UTF_8);
    }

    byte[] value() {
        return value;
    }

    static List<Message> sorted(List<Message> messages) {
        return messages.stream().sorted(ORDER).toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Message that && ORDER.compare(this, that) == 0;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(value);
    }

    @Override
    public String toString() {
        return topic + " " + key();
    }
}
