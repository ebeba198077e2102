package io.streamgauge.app.files;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The cells of one line, as characters behind one another: most of them are read as numbers and never become a string. */
final class CsvCells extends AbstractBaseCsvCallbackHandler<CsvCells> {
    private static final int MAX_LENGTH = 1 << 26;

    private char[] text = new char[1024];
    private int[] ends = new int[64];
    private int cells;
    private int length;

    @Override
    protected void handleBegin(long startingLineNumber) {
        cells = 0;
        length = 0;
    }

    @Override
    protected void handleField(int field, char[] buffer, int offset, int size, boolean quoted) {
        if (length + size > text.length) {
            if (length + size > MAX_LENGTH) {
                throw new CsvParseException("a line has more than " + MAX_LENGTH + " characters");
            }
            text = Arrays.copyOf(text, Math.max(2 * text.length, length + size));
        }
        System.arraycopy(buffer, offset, text, length, size);
        length += size;
        if (cells == ends.length) {
            ends = Arrays.copyOf(ends, 2 * cells);
        }
        ends[cells++] = length;
    }

    @Override
    protected CsvCells buildRecord() {
        return this;
    }

    long line() {
        return getStartingLineNumber();
    }

    char[] text() {
        return text;
    }

    int start(int cell) {
        return cell == 0 ? 0 : ends[cell - 1];
    }

    int end(int cell) {
        return ends[cell];
    }

    String string(int cell) {
        return new String(text, start(cell), end(cell) - start(cell));
    }

    List<String> strings() {
        List<String> strings = new ArrayList<>();
        for (int cell = 0; cell < cells; cell++) {
            strings.add(string(cell));
        }
        return strings;
    }
}
