package io.streamgauge.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The REST interface as clients see it: paths, statuses, error codes. */
class RegistryServerTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final InMemoryRegistry registry = new InMemoryRegistry();
    private RegistryServer server;

    @BeforeEach
    void start() throws IOException {
        registry.register("trips-value", Fixtures.TRIP);
        registry.register("trips-value", Fixtures.TRIP_2);
        server = RegistryServer.start(registry, 0);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/                                  | {}",
                "/subjects                          | [\"trips-value\"]",
                "/subjects/trips-value/versions     | [1,2]",
                "/schemas/types                     | [\"AVRO\"]",
                "/schemas/ids/2/versions            | [{\"subject\":\"trips-value\",\"version\":2}]",
                "/schemas/ids/1/subjects            | [\"trips-value\"]",
                "/config                            | {\"compatibilityLevel\":\"BACKWARD\"}",
                "/mode                              | {\"mode\":\"READWRITE\"}",
            })
    void listsWhatItHas(String path, String expected) throws Exception {
        assertThat(get(path).body()).isEqualTo(JSON.readTree(expected));
    }

    @Test
    void givesSchemasByIdAndByVersion() throws Exception {
        String text = Fixtures.TRIP.toString();

        assertThat(get("/schemas/ids/1?fetchMaxId=false&subject=")
                        .body()
                        .get("schema")
                        .asText())
                .isEqualTo(text);
        assertThat(get("/schemas/ids/1/schema").body()).isEqualTo(JSON.readTree(text));
        assertThat(get("/subjects/trips-value/versions/1/schema").body()).isEqualTo(JSON.readTree(text));
        JsonNode latest = get("/subjects/trips-value/versions/latest").body();
        assertThat(latest.get("version").asInt()).isEqualTo(2);
        assertThat(latest.get("id").asInt()).isEqualTo(2);
        assertThat(latest.get("subject").asText()).isEqualTo("trips-value");
    }

    @Test
    void registersAndLooksUp() throws Exception {
        Reply registered = send("POST", "/subjects/new/versions?normalize=false", body(Fixtures.OTHER_TRIP));
        Reply found = send("POST", "/subjects/new?normalize=false&deleted=false", body(Fixtures.OTHER_TRIP));

        assertThat(registered).isEqualTo(new Reply(200, JSON.readTree("{\"id\":3}")));
        assertThat(found.body().get("id").asInt()).isEqualTo(3);
        assertThat(found.body().get("version").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "/schemas/ids/99, 404, 40403",
        "/schemas/ids/x, 404, 40403",
        "/subjects/none/versions, 404, 40401",
        "/subjects/none/versions/latest, 404, 40401",
        "/subjects/trips-value/versions/3, 404, 40402",
        "/subjects/trips-value/versions/x, 404, 40402",
        "/config/trips-value, 404, 40408",
        "/associations/resources/-/trips, 404, 404",
        "/subjects/trips-value/nothing, 404, 404",
    })
    void whatItHasNotIsTold(String path, int status, int code) throws Exception {
        assertError(get(path), status, code);
    }

    @Test
    void whatItDoesNotTakeIsTold() throws Exception {
        assertError(send("POST", "/subjects/trips-value/versions", body(Fixtures.OTHER_TRIP)), 409, 409);
        assertError(send("POST", "/subjects/trips-value", body(Fixtures.OTHER_TRIP)), 404, 40403);
        assertError(send("POST", "/subjects/none", body(Fixtures.OTHER_TRIP)), 404, 40401);
        assertError(send("POST", "/subjects/a/versions", "{\"schema\":\"{\"}"), 422, 42201);
        assertError(send("POST", "/subjects/a/versions", "{}"), 422, 42201);
        assertError(send("POST", "/subjects/a/versions", "not JSON"), 400, 400);
        String protobuf = "{\"schemaType\":\"PROTOBUF\",\"schema\":\"message A {}\"}";
        assertError(send("POST", "/subjects/a/versions", protobuf), 422, 42201);
        assertError(send("PUT", "/config", "{\"compatibility\":\"SOMETIMES\"}"), 422, 42203);
    }

    @Test
    void theLevelCanBeSet() throws Exception {
        send("PUT", "/config/trips-value", "{\"compatibility\":\"NONE\"}");

        assertThat(get("/config/trips-value").body().get("compatibilityLevel").asText())
                .isEqualTo("NONE");
        assertThat(send("POST", "/subjects/trips-value/versions", body(Fixtures.OTHER_TRIP))
                        .status())
                .isEqualTo(200);
        assertThat(get("/config").body().get("compatibilityLevel").asText()).isEqualTo("BACKWARD");

        send("PUT", "/config", "{\"compatibility\":\"full\"}");
        assertThat(get("/config").body().get("compatibilityLevel").asText()).isEqualTo("FULL");
    }

    @Test
    void compatibilityIsCheckedWithoutRegistering() throws Exception {
        String path = "/compatibility/subjects/trips-value/versions";

        assertThat(compatible(path + "/latest", Fixtures.TRIP)).isTrue();
        assertThat(compatible(path + "/1", Fixtures.OTHER_TRIP)).isFalse();
        assertThat(compatible(path, Fixtures.OTHER_TRIP)).isFalse();
        assertError(send("POST", path + "/7", body(Fixtures.TRIP)), 404, 40402);
        assertThat(registry.versions("trips-value")).hasSize(2);
    }

    private boolean compatible(String path, Schema schema) throws Exception {
        return send("POST", path, body(schema)).body().get("is_compatible").asBoolean();
    }

    private static void assertError(Reply reply, int status, int code) {
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.body().get("error_code").asInt()).isEqualTo(code);
        assertThat(reply.body().get("message").asText()).isNotBlank();
    }

    private record Reply(int status, JsonNode body) {}

    private Reply get(String path) throws Exception {
        return send("GET", path, "");
    }

    private static String body(Schema schema) {
        return JSON.createObjectNode().put("schema", schema.toString()).toString();
    }

    private Reply send(String method, String path, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(server.url() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        var response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.headers().firstValue("Content-Type")).contains("application/vnd.schemaregistry.v1+json");
        return new Reply(response.statusCode(), JSON.readTree(response.body()));
    }
}
