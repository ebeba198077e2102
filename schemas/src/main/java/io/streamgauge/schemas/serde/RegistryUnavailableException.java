package io.streamgauge.schemas.serde;

import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * No registry gave an answer that can be relied on: none reachable in time, overloaded, or credentials refused. Deliberately no
 * {@code SerializationException}: the record may be good, and a handler that rejects bad records must not see it.
 */
public final class RegistryUnavailableException extends KafkaException {
    public RegistryUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
