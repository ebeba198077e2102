package io.streamgauge.schemas.yaml;

/** A value that is used but never shown: {@code toString} prints a mask. */
public record Secret(String value) {
    @Override
    public String toString() {
        return Secrets.MASK;
    }
}
