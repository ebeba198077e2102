package io.streamgauge.app;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.streamgauge.statistics.fixture.RuleBreaker;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Imports point down only: monitor-app, topology, alerts, checks, schemas, statistics. And results depend on no clock. */
class ArchitectureTest {
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.streamgauge");

    /** Every module may use the JDK (but for its loggers) and the annotations for null. */
    private static final List<String> EVERYWHERE = List.of("", "java..", "javax.net.ssl..", "org.jspecify..");

    private static final String[] BELOW_THE_APP = {
        "io.streamgauge.statistics..",
        "io.streamgauge.schemas..",
        "io.streamgauge.checks..",
        "io.streamgauge.alerts..",
        "io.streamgauge.topology.."
    };

    /** A module, the modules below it, and the libraries that it may use. */
    record Module(String name, List<String> below, List<String> libraries) {
        ArchRule rule() {
            var allowed = new ArrayList<>(EVERYWHERE);
            allowed.addAll(libraries);
            allowed.add(packages(name));
            below.forEach(module -> allowed.add(packages(module)));
            return classes()
                    .that()
                    .resideInAPackage(packages(name))
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(allowed.toArray(String[]::new))
                    .allowEmptyShould(true);
        }

        private static String packages(String module) {
            return "io.streamgauge." + module + "..";
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static final Module STATISTICS = new Module("statistics", List.of(), List.of("org.hipparchus.."));

    static Stream<Module> modules() {
        return Stream.of(
                STATISTICS,
                new Module(
                        "schemas",
                        List.of("statistics"),
                        List.of(
                                "org.apache.avro..",
                                "org.apache.kafka.common..",
                                "com.fasterxml.jackson..",
                                "com.github.benmanes.caffeine..",
                                "dev.cel..",
                                "com.google.common..", // in what dev.cel returns
                                "com.google.re2j..",
                                "com.sun.net.httpserver..",
                                "org.slf4j..",
                                "org.yaml.snakeyaml..")),
                new Module("checks", List.of("schemas", "statistics"), List.of()),
                new Module(
                        "alerts",
                        List.of("checks", "schemas", "statistics"),
                        List.of(
                                "org.apache.avro..",
                                "org.apache.kafka.clients..",
                                "org.apache.kafka.common..",
                                "org.slf4j..")),
                new Module(
                        "topology",
                        List.of("alerts", "checks", "schemas", "statistics"),
                        List.of("org.apache.avro..", "org.apache.kafka..", "org.rocksdb..", "org.slf4j..")));
    }

    @ParameterizedTest
    @MethodSource("modules")
    void usesOnlyTheModulesBelowItAndItsLibraries(Module module) {
        module.rule().check(PRODUCT);
    }

    private static final ArchRule PURE_ALERTS = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.streamgauge.alerts.verdict..",
                    "io.streamgauge.alerts.lifecycle..",
                    "io.streamgauge.alerts.incident..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "org.apache.avro..", "org.slf4j..", "java.io..", "java.net..")
            .allowEmptyShould(true);

    @Test
    void fromScoresToAlertsIsPure() {
        PURE_ALERTS.check(PRODUCT);
    }

    @Test
    void packagesFormNoCircle() {
        slices().matching("io.streamgauge.(**)")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(PRODUCT);
    }

    private static final ArchRule NO_CLOCK_NO_CHANCE = noClasses()
            .that()
            .resideInAnyPackage(BELOW_THE_APP)
            .and()
            .resideOutsideOfPackages(
                    "io.streamgauge.schemas..", "io.streamgauge.alerts.sink..", "io.streamgauge.alerts.subscriber..")
            .and()
            // It times its own write-backs; when to commit depends on that, never what is written.
            .doNotHaveFullyQualifiedName("io.streamgauge.topology.state.LiveStore")
            .should()
            .accessTargetWhere(readsAClockOrChance())
            .because("a replay must give what the live run gave")
            .allowEmptyShould(true);

    @Test
    void resultsDependOnNoClockAndNoChance() {
        NO_CLOCK_NO_CHANCE.check(PRODUCT);
    }

    private static final ArchRule NO_STANDARD_STREAMS = noClasses()
            .that()
            .resideInAnyPackage(BELOW_THE_APP)
            .should(ACCESS_STANDARD_STREAMS)
            .allowEmptyShould(true);

    @Test
    void onlyTheAppWritesToTheConsole() {
        NO_STANDARD_STREAMS.check(PRODUCT);
    }

    private static final ArchRule ONE_LOGGING_API = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.util.logging..", "org.apache.logging..", "org.apache.commons.logging..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.lang.System$Logger");

    @Test
    void logsGoThroughSlf4j() {
        ONE_LOGGING_API.check(PRODUCT);
    }

    @Test
    void rulesBite() {
        var offender = new ClassFileImporter().importClasses(RuleBreaker.class);
        assertThat(Stream.of(STATISTICS.rule(), NO_CLOCK_NO_CHANCE, NO_STANDARD_STREAMS, ONE_LOGGING_API))
                .allSatisfy(rule -> assertThat(rule.evaluate(offender).hasViolation())
                        .as(rule.getDescription())
                        .isTrue());
        assertThat(NO_CLOCK_NO_CHANCE.evaluate(offender).getFailureReport().getDetails())
                .as("one line for each way to read a clock or chance")
                .hasSize(RuleBreaker.CLOCKS_AND_CHANCES);
    }

    private static DescribedPredicate<JavaAccess<?>> readsAClockOrChance() {
        var forbidden = Set.of(
                "java.lang.System.currentTimeMillis",
                "java.lang.System.nanoTime",
                "java.lang.Math.random",
                "java.util.UUID.randomUUID",
                "java.util.concurrent.ThreadLocalRandom.current",
                "java.time.Clock.systemUTC",
                "java.time.Clock.systemDefaultZone");
        return describe("reads a clock or chance", access -> {
            var target = access.getTarget();
            var owner = target.getOwner().getName();
            return forbidden.contains(owner + "." + target.getName())
                    || (owner.startsWith("java.time.") && target.getName().equals("now"))
                    || isUnseeded(owner, target);
        });
    }

    private static boolean isUnseeded(String owner, AccessTarget target) {
        return Set.of("java.util.Random", "java.util.SplittableRandom", "java.security.SecureRandom")
                        .contains(owner)
                && target instanceof AccessTarget.CodeUnitAccessTarget constructor
                && target.getName().equals("<init>")
                && constructor.getRawParameterTypes().isEmpty();
    }
}
