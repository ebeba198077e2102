package io.streamgauge.schemas.yaml;

/** Where in a file something is written: line and column, both counted from one; zero when there is no such place. */
public record Place(int line, int column) {
    /** The place of what is not in the file at all. */
    public static final Place NONE = new Place(0, 0);

    static final Place START = new Place(1, 1);
}
