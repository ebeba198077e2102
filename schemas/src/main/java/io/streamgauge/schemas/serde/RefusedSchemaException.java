package io.streamgauge.schemas.serde;

import org.apache.kafka.common.errors.SerializationException;

/** The registry answered, and does not take the schema: incompatible with earlier versions, or not valid to it. */
public final class RefusedSchemaException extends SerializationException {
    public RefusedSchemaException(String message) {
        super(message);
    }
}
