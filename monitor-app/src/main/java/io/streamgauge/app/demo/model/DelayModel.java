package io.streamgauge.app.demo.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How likely is this flight to arrive more than 15 minutes late? A logistic regression over what a feature event holds:
 * <pre>p = 1 / (1 + exp(-(w . x))), x = DelayInputs</pre>
 * It sees the values as served: a distance in kilometres is taken for miles, and an airport it does not know counts as
 * an average one. Results are in (0, 1) and bit-identical on every machine ({@link StrictMath}). Immutable.
 */
public final class DelayModel {

    /** From this probability on the flight is predicted to be late; one flight in seven is. */
    public static final double LATE_FROM = 0.3;

    static final String RESOURCE = "/demo/delay-model.json";

    private final String version;
    private final double[] weights;
    private final AirportEffects origins;
    private final AirportEffects destinations;

    DelayModel(String version, double[] weights, AirportEffects origins, AirportEffects destinations) {
        if (weights.length != DelayInputs.NAMES.size()) {
            throw new IllegalArgumentException("delay model %s must have %d weights, got: %d"
                    .formatted(version, DelayInputs.NAMES.size(), weights.length));
        }
        this.version = version;
        this.weights = weights.clone();
        this.origins = origins;
        this.destinations = destinations;
    }

    /** The committed model. */
    public static DelayModel load() {
        try (var json = DelayModel.class.getResourceAsStream(RESOURCE)) {
            if (json == null) {
                throw new IllegalStateException("this build lacks " + RESOURCE);
            }
            return fromJson(new ObjectMapper().readTree(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String version() {
        return version;
    }

    /**
     * The probability that the flight will be late.
     *
     * @param distance as served; in miles if nothing is wrong. Must be positive.
     */
    public double lateProbability(long departureMs, double distance, String origin, String destination) {
        var inputs = DelayInputs.of(departureMs, distance, origins.of(origin), destinations.of(destination));
        return logistic(dot(weights, inputs));
    }

    static double logistic(double logit) {
        return 1 / (1 + StrictMath.exp(-logit));
    }

    static double dot(double[] a, double[] b) {
        var sum = 0.0;
        for (var i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    String toJson() throws IOException {
        var mapper = new ObjectMapper();
        var root = mapper.createObjectNode().put("version", version);
        var named = root.putObject("weights");
        for (var i = 0; i < weights.length; i++) {
            named.put(DelayInputs.NAMES.get(i), weights[i]);
        }
        root.set("originEffects", mapper.valueToTree(new TreeMap<>(origins.logOdds())));
        root.set("destinationEffects", mapper.valueToTree(new TreeMap<>(destinations.logOdds())));
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    private static DelayModel fromJson(JsonNode root) {
        var weights = new ArrayList<Double>();
        for (var name : DelayInputs.NAMES) {
            weights.add(root.required("weights").required(name).doubleValue());
        }
        return new DelayModel(
                root.required("version").textValue(),
                toArray(weights),
                new AirportEffects(numbers(root.required("originEffects"))),
                new AirportEffects(numbers(root.required("destinationEffects"))));
    }

    private static double[] toArray(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static Map<String, Double> numbers(JsonNode node) {
        var numbers = new HashMap<String, Double>();
        node.properties()
                .forEach(entry -> numbers.put(entry.getKey(), entry.getValue().doubleValue()));
        return numbers;
    }
}
