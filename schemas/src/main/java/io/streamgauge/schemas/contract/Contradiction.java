package io.streamgauge.schemas.contract;

import org.jspecify.annotations.Nullable;

/**
 * A place where a contract contradicts itself, or says what cannot be.
 *
 * @param path of the key in the written form of the contract, such as {@code features.fare.range}
 * @param type how TensorFlow Data Validation reports it when it uses the contract; null if it uses or mends it silently
 */
public record Contradiction(String path, @Nullable AnomalyType type, String message) {
    @Override
    public String toString() {
        return path + ": " + message;
    }
}
