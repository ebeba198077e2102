package io.streamgauge.app.demo.model;

import io.streamgauge.app.demo.flight.Flight;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Which weights make the delay model fit the flights best? Airports are encoded by the late share of their flights,
 * shrunk towards the overall share as if {@value #PRIOR_FLIGHTS} average flights had been seen too; the weights maximise
 * the likelihood less {@code RIDGE/2 |w|^2}, by Newton's method. Sums run in the order of the flights, so the same
 * flights give the same bits.
 */
final class DelayModelTraining {

    static final int PRIOR_FLIGHTS = 100;

    private static final double RIDGE = 1e-6;
    private static final double CONVERGED = 1e-10;
    private static final int MOST_STEPS = 50;

    private DelayModelTraining() {}

    static DelayModel train(String version, List<Flight> flights) {
        var origins = effects(flights, Flight::origin);
        var destinations = effects(flights, Flight::destination);
        var inputs = flights.stream()
                .map(f -> DelayInputs.of(
                        f.departureMs(), f.distanceMiles(), origins.of(f.origin()), destinations.of(f.destination())))
                .toArray(double[][]::new);
        var late = new boolean[inputs.length];
        for (var i = 0; i < late.length; i++) {
            late[i] = flights.get(i).late();
        }
        return new DelayModel(version, maximise(inputs, late), origins, destinations);
    }

    private static AirportEffects effects(List<Flight> flights, Function<Flight, String> airport) {
        var overall = (double) flights.stream().filter(Flight::late).count() / flights.size();
        var seen = new TreeMap<String, Integer>();
        var late = new HashMap<String, Integer>();
        for (var flight : flights) {
            seen.merge(airport.apply(flight), 1, Integer::sum);
            late.merge(airport.apply(flight), flight.late() ? 1 : 0, Integer::sum);
        }
        Map<String, Double> effects = new HashMap<>();
        seen.forEach((name, count) -> {
            var share = (late.getOrDefault(name, 0) + PRIOR_FLIGHTS * overall) / (count + PRIOR_FLIGHTS);
            effects.put(name, logOdds(share) - logOdds(overall));
        });
        return new AirportEffects(effects);
    }

    private static double logOdds(double share) {
        return StrictMath.log(share / (1 - share));
    }

    private static double[] maximise(double[][] inputs, boolean[] late) {
        var weights = new double[inputs[0].length];
        for (var step = 0; step < MOST_STEPS; step++) {
            var move = newtonStep(inputs, late, weights);
            var largest = 0.0;
            for (var i = 0; i < weights.length; i++) {
                weights[i] += move[i];
                largest = Math.max(largest, Math.abs(move[i]));
            }
            if (largest < CONVERGED) {
                return weights;
            }
        }
        throw new IllegalStateException("training did not converge in %d steps".formatted(MOST_STEPS));
    }

    /** Solves (X' W X + ridge I) step = X' (y - p) - ridge w, where W = diag(p (1 - p)). */
    private static double[] newtonStep(double[][] inputs, boolean[] late, double[] weights) {
        var size = weights.length;
        var gradient = new double[size];
        var curvature = new double[size][size];
        for (var row = 0; row < inputs.length; row++) {
            var x = inputs[row];
            var p = DelayModel.logistic(DelayModel.dot(weights, x));
            var error = (late[row] ? 1 : 0) - p;
            for (var i = 0; i < size; i++) {
                gradient[i] += x[i] * error;
                for (var j = 0; j <= i; j++) {
                    curvature[i][j] += x[i] * x[j] * p * (1 - p);
                }
            }
        }
        for (var i = 0; i < size; i++) {
            gradient[i] -= RIDGE * weights[i];
            curvature[i][i] += RIDGE;
        }
        return Cholesky.solve(curvature, gradient);
    }
}
