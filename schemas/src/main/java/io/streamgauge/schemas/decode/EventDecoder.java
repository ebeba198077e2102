package io.streamgauge.schemas.decode;

import io.streamgauge.schemas.event.EventBuffer;
import org.jspecify.annotations.Nullable;

/**
 * What does a record say? Fills a buffer from the bytes of a record's value.
 *
 * <p>No bytes make it throw; memory and time are bounded by the size of the value. Only an unreachable registry
 * throws ({@code RegistryUnavailableException}), as then nothing is known about the record. The buffer may keep
 * references into {@code value} until it is cleared. Not thread-safe: one decoder for each task.
 */
public interface EventDecoder {
    /**
     * Clears the buffer and reads the value into it.
     *
     * @param out with a slot for each of {@link SourceMapping#features()}
     * @return null if the event is good; otherwise why not, and the buffer must not be used
     */
    @Nullable
    Rejection decode(byte @Nullable [] value, EventBuffer out);

    /**
     * What one writer's schema has and the one before it had not, and the other way round, in words.
     *
     * @return empty if that is not known
     */
    default String change(int schemaBefore, int schema) {
        return "";
    }
}
