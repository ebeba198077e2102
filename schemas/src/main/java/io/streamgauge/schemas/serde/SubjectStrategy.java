package io.streamgauge.schemas.serde;

import org.apache.avro.Schema;

/** Under which subject of the registry does a topic's schema stand? The three strategies of Confluent's serializers. */
public enum SubjectStrategy {
    /** {@code <topic>-value} or {@code <topic>-key}: one schema, evolving, per topic. */
    TOPIC {
        @Override
        public String subject(String topic, boolean isKey, Schema schema) {
            return topic + (isKey ? "-key" : "-value");
        }
    },
    /** {@code <full record name>}: one schema per record type, whatever the topic. */
    RECORD {
        @Override
        public String subject(String topic, boolean isKey, Schema schema) {
            return schema.getFullName();
        }
    },
    /** {@code <topic>-<full record name>}: several record types in a topic, each evolving by itself there. */
    TOPIC_RECORD {
        @Override
        public String subject(String topic, boolean isKey, Schema schema) {
            return topic + "-" + schema.getFullName();
        }
    };

    /** The subject of a record's schema; key and value differ in {@link #TOPIC} only. */
    public abstract String subject(String topic, boolean isKey, Schema schema);
}
