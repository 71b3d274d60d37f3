package dev.marketlake.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;

/** One door per library: its types are seen in one package of a module, so that it can be exchanged there. */
final class LibraryRules {
    private static final List<String> LIBRARIES = List.of(
            "io.minio",
            "io.delta",
            "org.apache.parquet",
            "org.apache.hadoop",
            "io.github.resilience4j",
            "de.focus_shift.jollyday",
            "org.duckdb",
            "org.gaul.s3proxy",
            "picocli");

    private LibraryRules() {}

    static List<ArchRule> all() {
        return Stream.concat(LIBRARIES.stream().map(LibraryRules::hasOneDoor), Stream.of(loggingIsSlf4j()))
                .toList();
    }

    static ArchRule hasOneDoor(String library) {
        return classes()
                .should(Conditions.shareOnePackageForUsing(library))
                .as(library + " is used in one package only")
                .allowEmptyShould(true);
    }

    static ArchRule loggingIsSlf4j() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.logging..", "org.apache.logging..", "org.apache.commons.logging..")
                .as("logging is slf4j")
                .allowEmptyShould(true);
    }
}
