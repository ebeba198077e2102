package io.streamgauge.schemas.serde;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;

/**
 * The schemas of any registry that speaks Confluent's REST API. What was found once is kept (the latest {@value
 * SchemaLimits#CACHED} ids and schemas); what was not found is not asked for again for {@link RegistrySettings#unknownFor}.
 *
 * <p>A schema is written to the registry by {@link #register} alone. Thread-safe; two threads that miss the same schema at the
 * same time both ask for it, which is cheaper than a lock held over a request. Reasons for {@link RegistryUnavailableException}
 * besides an unreachable registry: credentials refused, and answers no registry gives (a proxy's error page, a wrong path).
 */
public final class RegistryClient implements SchemaRegistry, AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final RegistryHttp http;
    private final Cache<Integer, Schema> schemas;
    private final Cache<Version, Integer> ids;
    // Id to the reason why it has no usable schema.
    private final Cache<Integer, String> unknown;

    private record Version(String subject, Schema schema) {}

    public RegistryClient(RegistrySettings settings) {
        this(settings, Ticker.systemTicker());
    }

    RegistryClient(RegistrySettings settings, Ticker ticker) {
        this.http = new RegistryHttp(settings);
        this.schemas = Caffeine.newBuilder().maximumSize(SchemaLimits.CACHED).build();
        this.ids = Caffeine.newBuilder().maximumSize(SchemaLimits.CACHED).build();
        this.unknown = Caffeine.newBuilder()
                .maximumSize(SchemaLimits.CACHED)
                .expireAfterWrite(settings.unknownFor())
                .ticker(ticker)
                .build();
    }

    @Override
    public int register(String subject, Schema schema) {
        return id(new Version(subject, schema), "/subjects/" + encoded(subject) + "/versions");
    }

    @Override
    public int idOf(String subject, Schema schema) {
        return id(new Version(subject, schema), "/subjects/" + encoded(subject));
    }

    private int id(Version version, String path) {
        Integer known = ids.getIfPresent(version);
        if (known != null) {
            return known;
        }
        String body =
                JSON.createObjectNode().put("schema", version.schema.toString()).toString();
        int id = RegistryReply.id(answer(new RegistryHttp.Question(path, body)));
        ids.put(version, id);
        return id;
    }

    @Override
    public Schema byId(int id) {
        Schema known = schemas.getIfPresent(id);
        return known != null ? known : fetch(id);
    }

    private Schema fetch(int id) {
        String reason = unknown.getIfPresent(id);
        if (reason != null) {
            throw new UnknownSchemaException(reason);
        }
        try {
            Schema schema = schema(id, answer(new RegistryHttp.Question("/schemas/ids/" + id, null)));
            schemas.put(id, schema);
            return schema;
        } catch (UnknownSchemaException e) {
            unknown.put(id, String.valueOf(e.getMessage()));
            throw e;
        }
    }

    private static Schema schema(int id, JsonNode answer) {
        // Absent means Avro: the registry is older than its other types.
        String type = answer.path("schemaType").asText("AVRO");
        if (!type.equals("AVRO") || !answer.path("references").isEmpty()) {
            throw new UnknownSchemaException("schema " + id + " is of type " + type + " or refers to other subjects; "
                    + "only Avro schemas that stand alone are supported");
        }
        try {
            return SchemaLimits.parse(RegistryReply.schemaText(answer));
        } catch (SchemaParseException e) {
            throw new UnknownSchemaException("schema " + id + " is unusable: " + e.getMessage(), e);
        }
    }

    /** Asks something cheap. @throws RegistryUnavailableException if no registry answers, or refuses us */
    public void ping() {
        answer(new RegistryHttp.Question("/schemas/types", null));
    }

    private JsonNode answer(RegistryHttp.Question question) {
        RegistryHttp.Reply reply = http.ask(question);
        JsonNode body = RegistryReply.json(reply);
        if (reply.status() != 200) {
            throw RegistryReply.fault(question, reply.status(), body);
        }
        return body;
    }

    private static String encoded(String subject) {
        // The encoder is for forms, where a space is a plus; in a path a plus is a plus.
        return URLEncoder.encode(subject, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Lets the threads go. A closed client answers what it remembers, and throws {@code IllegalStateException} for the rest. */
    @Override
    public void close() {
        http.close();
    }
}
