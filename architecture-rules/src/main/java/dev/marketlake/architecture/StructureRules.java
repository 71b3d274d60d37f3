package dev.marketlake.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Which way dependencies point: between packages, between modules, and out of the pure zones. */
final class StructureRules {
    static final String GENERATED = "dev.marketlake.events";

    /** The packages whose maths takes values and returns values. */
    private static final String[] PURE = {
        "..parse..",
        "..admit..",
        "..screen..",
        "..rollup..",
        "..measure..",
        "..judge..",
        "dev.marketlake.market..",
        "..calendar.."
    };

    private static final String[] IMPURE = {
        "org.springframework..",
        "org.apache.kafka..",
        "org.apache.avro.io..",
        "org.apache.avro.file..",
        "org.slf4j..",
        "io.micrometer..",
        "java.net.http..",
        "java.nio.file.."
    };

    private static final List<String> SERVICES = List.of("ingest", "stream", "lake", "simulator");
    private static final List<String> SCHEMAS = List.of("calendar", "config", "market", "reach", "serde", "topics");
    private static final List<String> TOP = List.of("allinone", "proofs");

    private StructureRules() {}

    static List<ArchRule> all() {
        List<ArchRule> rules =
                new ArrayList<>(List.of(packagesAreFreeOfCycles(), pureZonesArePure(), backingStandsAlone()));
        SERVICES.forEach(service -> rules.add(servicesMeetOnlyInTopics(service)));
        SCHEMAS.forEach(part -> rules.add(schemasDependOnNoSibling(part)));
        rules.add(schemasDependOnNoSibling("readiness"));
        return List.copyOf(rules);
    }

    static ArchRule packagesAreFreeOfCycles() {
        return slices().matching("dev.marketlake.(**)")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true);
    }

    static ArchRule pureZonesArePure() {
        return noClasses()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(IMPURE)
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.time.Clock")
                .as("pure zones take values and return values: no Spring, Kafka, Avro files, logging, I/O or clock")
                .allowEmptyShould(true);
    }

    static ArchRule servicesMeetOnlyInTopics(String service) {
        List<String> others = Stream.concat(SERVICES.stream(), TOP.stream())
                .filter(other -> !other.equals(service))
                .toList();
        return standsApart(
                service, Stream.concat(others.stream(), Stream.of("backing")).toList());
    }

    static ArchRule schemasDependOnNoSibling(String part) {
        return standsApart(
                part,
                Stream.of(SERVICES, TOP, List.of("backing"))
                        .flatMap(List::stream)
                        .toList());
    }

    private static ArchRule backingStandsAlone() {
        return standsApart(
                "backing",
                Stream.of(SERVICES, TOP, SCHEMAS).flatMap(List::stream).toList());
    }

    private static ArchRule standsApart(String module, List<String> others) {
        return noClasses()
                .that()
                .resideInAPackage("dev.marketlake." + module + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others.stream()
                        .map(other -> "dev.marketlake." + other + "..")
                        .toArray(String[]::new))
                .as("dev.marketlake." + module + " does not depend on " + others)
                .allowEmptyShould(true);
    }
}
