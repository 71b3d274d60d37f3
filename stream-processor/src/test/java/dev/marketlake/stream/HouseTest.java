package dev.marketlake.stream;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The walls of this house. */
class HouseTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.marketlake.stream");

    @Test
    void maths_rules_and_values_know_no_kafka_avro_spring_or_log() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "..observation..", "..admit..", "..screen..", "..rollup..", "..measure..", "..judge..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.kafka..",
                        "org.apache.avro..",
                        "org.springframework..",
                        "org.slf4j..",
                        "io.micrometer..",
                        "dev.marketlake.events..")
                .check(HOUSE);
    }

    @Test
    void a_quote_falls_downhill() {
        slices().matching("dev.marketlake.stream.(*)..")
                .should()
                .beFreeOfCycles()
                .check(HOUSE);
        noClasses()
                .that()
                .resideInAPackage("dev.marketlake.stream.*..")
                .and()
                .resideOutsideOfPackage("..run..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.marketlake.stream")
                .check(HOUSE);
    }

    @Test
    void spring_stays_in_the_settings_the_application_and_run() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.marketlake.stream.run..", "dev.marketlake.stream")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework..")
                .check(HOUSE);
    }

    @Test
    void json_is_read_in_one_package() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..parse..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("tools.jackson..")
                .check(HOUSE);
    }
}
