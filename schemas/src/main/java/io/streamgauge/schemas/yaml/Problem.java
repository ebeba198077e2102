package io.streamgauge.schemas.yaml;

/**
 * What is wrong with one key of a configuration?
 *
 * @param key full path, such as {@code models.fraud.windows[1].size}; empty for the file as a whole
 * @param line counted from one; zero when the problem has no place in the file
 * @param expected what may stand there
 * @param found what stands there, as written in the file; masked when the key names a secret
 * @param message one sentence for people, without key and place
 */
public record Problem(String key, int line, int column, String expected, String found, String message) {
    static Problem at(Place place, String key, String expected, String found, String message) {
        return new Problem(key, place.line(), place.column(), expected, found, message);
    }

    /** The usual form: {@code file:line:column: key: message}. */
    public String in(String file) {
        String place = line == 0 ? file : file + ":" + line + ":" + column;
        return place + ": " + (key.isEmpty() ? "" : key + ": ") + message;
    }
}
