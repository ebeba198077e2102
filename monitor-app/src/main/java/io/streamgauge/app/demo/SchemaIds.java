package io.streamgauge.app.demo;

import org.apache.avro.Schema;

/** Which id the registry has for a schema under a subject, registering it if need be; asked once per schema. */
@FunctionalInterface
public interface SchemaIds {
    int idOf(String subject, Schema schema);
}
