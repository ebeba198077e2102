package io.streamgauge.schemas.serde;

import org.apache.kafka.common.errors.SerializationException;

/** The registry answered, and has no usable schema of this id or subject. Asking again soon will not help. */
public final class UnknownSchemaException extends SerializationException {
    public UnknownSchemaException(String message) {
        super(message);
    }

    public UnknownSchemaException(String message, Throwable cause) {
        super(message, cause);
    }
}
