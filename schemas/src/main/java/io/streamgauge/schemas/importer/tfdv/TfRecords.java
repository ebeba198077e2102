package io.streamgauge.schemas.importer.tfdv;

import io.streamgauge.schemas.importer.proto.BrokenMessageException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/** The records of a TFRecord file: length, its checksum, bytes, their checksum. */
final class TfRecords {
    private static final int HEADER = Long.BYTES + Integer.BYTES;
    private static final int MASK = 0xa282ead8;

    private TfRecords() {}

    /** Whether the bytes begin as such a file does: chance gives the right checksum once in four billion. */
    static boolean recognises(byte[] bytes) {
        return bytes.length >= HEADER && headerIsSound(buffer(bytes), bytes);
    }

    static List<byte[]> read(byte[] bytes) throws BrokenMessageException {
        List<byte[]> records = new ArrayList<>();
        ByteBuffer buffer = buffer(bytes);
        while (buffer.hasRemaining()) {
            int start = buffer.position();
            if (buffer.remaining() < HEADER || !headerIsSound(buffer, bytes)) {
                throw new BrokenMessageException("TFRecord with a broken header at byte " + start);
            }
            long length = buffer.getLong();
            buffer.getInt();
            if (length < 0 || length > buffer.remaining() - Integer.BYTES) {
                throw new BrokenMessageException("TFRecord is truncated: record %d needs %d bytes, %d are left"
                        .formatted(records.size() + 1, length, Math.max(0, buffer.remaining() - Integer.BYTES)));
            }
            byte[] content = new byte[(int) length];
            buffer.get(content);
            if (buffer.getInt() != checksum(content, 0, content.length)) {
                throw new BrokenMessageException("TFRecord with a wrong checksum in record " + (records.size() + 1));
            }
            records.add(content);
        }
        return records;
    }

    private static boolean headerIsSound(ByteBuffer buffer, byte[] bytes) {
        int start = buffer.position();
        return buffer.getInt(start + Long.BYTES) == checksum(bytes, start, Long.BYTES);
    }

    private static ByteBuffer buffer(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int checksum(byte[] bytes, int offset, int length) {
        var crc = new CRC32C();
        crc.update(bytes, offset, length);
        int value = (int) crc.getValue();
        return Integer.rotateRight(value, 15) + MASK;
    }
}
