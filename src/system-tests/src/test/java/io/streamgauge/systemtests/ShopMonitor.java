package io.streamgauge.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** What it takes to monitor {@link ShopOrders}: two baselines from the shop's training data, and a configuration. */
final class ShopMonitor {
    static final String APPLICATION = "shop-monitor";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private ShopMonitor() {}

    /** Writes the baselines and {@code shop.yaml} into the directory; returns the latter. */
    static Path prepare(Path dir, String bootstrapServers, String registry, String moreOfRegistry) throws Exception {
        Path csv = dir.resolve("orders.csv");
        ShopOrders.writeTrainingData(csv);
        for (String model : new String[] {"orders", "orders-json"}) {
            try (var build = Streamgauge.start(
                    dir,
                    "baseline",
                    "build",
                    "--input",
                    csv.toString(),
                    "--model",
                    model,
                    "--version",
                    "1",
                    "--event-time",
                    "placed_at",
                    "--id",
                    "order_id",
                    "--output",
                    model + ".baseline")) {
                assertThat(build.exitCode(PATIENCE)).as(build.err()).isZero();
                assertThat(build.out()).isEmpty();
            }
        }
        return Files.writeString(dir.resolve("shop.yaml"), """
                application: { id: %s, state-dir: "%s", http: { bind: "127.0.0.1:0" } }
                kafka: { bootstrap.servers: "%s", commit.interval.ms: "100" }
                schema-registry: { url: "%s", auto.register: true%s }
                topics: { partitions: 2, replication: 1 }
                models:
                  orders:
                    baseline: { file: orders.baseline }
                    features:
                      topic: shop.orders
                      event-time: placed_at
                      id: order_id
                      lateness: 1m
                      fields: { amount: payment.total, country: customer.country }
                    checks: { drift: { floor: 0.05 } }
                  orders-json:
                    baseline: { file: orders-json.baseline }
                    features:
                      topic: shop.orders.json
                      format: json
                      event-time: meta.at
                      id: order_id
                      lateness: 1m
                      fields: { amount: payment.total, country: customer.country }
                    checks: { drift: { floor: 0.05 } }
                """.formatted(
                        APPLICATION, dir.resolve("state"), bootstrapServers, registry, moreOfRegistry));
    }
}
