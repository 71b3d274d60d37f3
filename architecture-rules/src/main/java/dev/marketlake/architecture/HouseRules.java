package dev.marketlake.architecture;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What every module is held to. A module's test is a few lines:
 *
 * <pre>{@code
 * class ArchitectureTest {
 *     private static final JavaClasses CLASSES = HouseRules.classesUnder("dev.marketlake.ingest");
 *
 *     static Stream<ArchRule> rules() {
 *         return HouseRules.all();
 *     }
 *
 *     @ParameterizedTest
 *     @MethodSource("rules")
 *     void the_rules_of_the_house_hold(ArchRule rule) {
 *         rule.check(CLASSES);
 *     }
 * }
 * }</pre>
 */
public final class HouseRules {
    private HouseRules() {}

    /** Every rule; each names itself. */
    public static Stream<ArchRule> all() {
        return allWithRealTimeIn("");
    }

    /** Every rule, for a module with one edge: {@code edge} is the full name of the only class that may sleep. */
    public static Stream<ArchRule> allWithRealTimeIn(String edge) {
        return Stream.of(
                        StructureRules.all(),
                        NameRules.all(),
                        LibraryRules.all(),
                        TimeRules.all(edge),
                        StyleRules.all())
                .flatMap(List::stream);
    }

    /** The module's own classes in {@code packages} and below, tests and generated contracts left out. @throws IllegalArgumentException where there are none */
    public static JavaClasses classesUnder(String... packages) {
        Predicate<JavaClass> ours = type -> !type.getPackageName().equals(StructureRules.GENERATED);
        JavaClasses classes = importer()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
                .importPackages(packages)
                .that(DescribedPredicate.describe("are written by hand", ours));
        if (classes.isEmpty()) {
            throw new IllegalArgumentException("no classes in " + String.join(", ", packages));
        }
        return classes;
    }

    /** Reads our own classes only; the JDK's and libraries' are known by name, which is enough and much faster. */
    static ClassFileImporter importer() {
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
        return new ClassFileImporter();
    }
}
