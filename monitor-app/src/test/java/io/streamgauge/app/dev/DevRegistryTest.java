package io.streamgauge.app.dev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamgauge.schemas.Contracts;
import io.streamgauge.schemas.serde.RegistryClient;
import io.streamgauge.schemas.serde.RegistrySettings;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class DevRegistryTest {

    @Test
    void takesEveryContract() throws IOException {
        try (var registry = DevRegistry.start(0);
                var client = new RegistryClient(RegistrySettings.of(registry.url()))) {
            for (var contract : Contracts.all()) {
                int id = client.register(contract.getName() + "-value", contract);
                assertThat(client.byId(id)).isEqualTo(contract);
            }
        }
    }

    @Test
    void listensOnLoopbackOnlyAndRefusesATakenPort() throws IOException {
        try (var registry = DevRegistry.start(0)) {
            assertThat(registry.url().getHost()).isEqualTo("127.0.0.1");
            assertThatThrownBy(() -> DevRegistry.start(registry.url().getPort()))
                    .isInstanceOf(IOException.class);
        }
    }
}
