package io.streamgauge.schemas.importer.tfdv;

import io.streamgauge.schemas.importer.proto.BrokenMessageException;
import io.streamgauge.schemas.importer.proto.MessageType;
import io.streamgauge.schemas.importer.proto.ProtoMessage;
import io.streamgauge.schemas.importer.proto.TextReader;
import io.streamgauge.schemas.importer.proto.WireReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A message in a file, as text or as bytes. What it is shows in its content, not in its name. */
final class MessageFile {
    private MessageFile() {}

    /** All bytes of a file, with one line that names it if it cannot be read. */
    static byte[] bytes(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new BrokenMessageException(file + ": no such file");
        }
        return Files.readAllBytes(file);
    }

    static ProtoMessage read(byte[] bytes, MessageType type) throws BrokenMessageException {
        String text = text(bytes);
        return text == null ? WireReader.read(bytes, type) : TextReader.read(text, type);
    }

    /** The text that the bytes are; null if they are none. */
    static @Nullable String text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.chars().allMatch(MessageFile::printable) ? text : null;
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static boolean printable(int c) {
        return c >= ' ' || c == '\n' || c == '\t' || c == '\r';
    }

    /** The same failure with the file in front. */
    static BrokenMessageException in(Path file, BrokenMessageException failure) {
        return new BrokenMessageException(file + ": " + failure.getMessage());
    }
}
