package io.streamgauge.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;

class WireFormatTest {

    @Test
    void theHeaderIsZeroAndTheIdBigEndian() {
        assertThat(WireFormat.encode(0x01020304, new byte[] {9})).containsExactly(0, 1, 2, 3, 4, 9);
    }

    @Property(tries = 200)
    void anyIdComesBack(@ForAll int id, @ForAll byte[] body) {
        byte[] framed = WireFormat.encode(id, body);

        assertThat(WireFormat.schemaId(framed)).isEqualTo(id);
        assertThat(framed).endsWith(body).hasSize(WireFormat.HEADER_SIZE + body.length);
    }

    @Test
    void guidFramingIsRefusedWithAdvice() {
        byte[] guid = new byte[20];
        guid[0] = 1;
        assertThatThrownBy(() -> WireFormat.schemaId(guid))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("GUID")
                .hasMessageContaining("PrefixSchemaIdSerializer");
    }

    @Test
    void otherBytesAreRefusedWithTheReason() {
        assertThatThrownBy(() -> WireFormat.schemaId(new byte[0])).hasMessageContaining("empty");
        assertThatThrownBy(() -> WireFormat.schemaId(new byte[] {0, 0, 0, 1})).hasMessageContaining("4 bytes");
        assertThatThrownBy(() -> WireFormat.schemaId("{\"a\":1}".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("magic byte 123");
    }
}
