package dev.marketlake.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule finds what breaks it, and nothing else. */
class HouseRulesTest {
    private static final JavaClasses BROKEN = HouseRules.importer()
            .importPackages(
                    "dev.marketlake.fixture", "dev.marketlake.stream", "dev.marketlake.ingest", "dev.marketlake.serde");

    @Test
    void a_class_named_after_its_role_is_found() {
        assertThat(violations(NameRules.noClassIsNamedAfterItsRole()))
                .satisfiesExactlyInAnyOrder(contains("FileUtil"), contains("AbstractFeed"));
    }

    @Test
    void a_package_that_is_a_drawer_is_found() {
        assertThat(violations(NameRules.noPackageIsADrawer()))
                .singleElement()
                .asString()
                .contains("util.Drawer");
    }

    @Test
    void a_package_cycle_is_found() {
        assertThat(violations(StructureRules.packagesAreFreeOfCycles()))
                .singleElement()
                .asString()
                .contains("fixture.back", "fixture.there");
    }

    @Test
    void logging_and_a_clock_in_pure_zones_are_found() {
        assertThat(violations(StructureRules.pureZonesArePure()))
                .anySatisfy(contains("LoggingScreen"))
                .anySatisfy(contains("ClockedMeasure"))
                .allMatch(found -> found.contains("LoggingScreen") || found.contains("ClockedMeasure"));
    }

    @Test
    void a_service_that_uses_another_is_found() {
        assertThat(violations(StructureRules.servicesMeetOnlyInTopics("stream")))
                .isNotEmpty()
                .allMatch(found -> found.contains("Borrower"));
        assertThat(violations(StructureRules.servicesMeetOnlyInTopics("ingest")))
                .isEmpty();
    }

    @Test
    void a_shared_class_that_uses_a_service_is_found() {
        assertThat(violations(StructureRules.schemasDependOnNoSibling("serde")))
                .isNotEmpty()
                .allMatch(found -> found.contains("Climber"));
    }

    @Test
    void a_second_door_to_a_library_is_found_and_one_door_is_fine() {
        assertThat(violations(LibraryRules.hasOneDoor("java.util.zip")))
                .satisfiesExactlyInAnyOrder(contains("door.Door"), contains("window.Window"));
        assertThat(violations(LibraryRules.hasOneDoor("java.util.logging"))).isEmpty();
        assertThat(violations(LibraryRules.hasOneDoor("java.util.zi"))).isEmpty();
    }

    @Test
    void the_wrong_logging_is_found() {
        assertThat(violations(LibraryRules.loggingIsSlf4j()))
                .isNotEmpty()
                .allMatch(found -> found.contains("Stateful"));
    }

    @Test
    void sleeping_is_found() {
        assertThat(violations(TimeRules.nobodySleepsBut("")))
                .satisfiesExactlyInAnyOrder(contains("sleeps()"), contains("sleepsByUnit()"));
    }

    @Test
    void sleeping_at_the_edge_of_a_module_is_fine_and_its_neighbours_name_is_no_excuse() {
        assertThat(violations(TimeRules.nobodySleepsBut("dev.marketlake.fixture.Impatient")))
                .isEmpty();
        assertThat(violations(TimeRules.nobodySleepsBut("dev.marketlake.fixture.Impat")))
                .hasSize(2);
    }

    @Test
    void asking_the_system_for_the_time_is_found_and_a_clock_is_fine() {
        assertThat(violations(TimeRules.nobodyAsksTheTimeOfTheSystem()))
                .satisfiesExactlyInAnyOrder(contains("asks()"), contains("asksForMillis()"));
    }

    @Test
    void injection_into_a_field_static_state_and_a_stereotype_are_found() {
        assertThat(violations(StyleRules.injectionIsByConstructor()))
                .singleElement()
                .asString()
                .contains("Stateful.level");
        assertThat(violations(StyleRules.staticStateIsFinal()))
                .singleElement()
                .asString()
                .contains("Stateful.count");
        assertThat(violations(StyleRules.springMarksOnlyEdges()))
                .singleElement()
                .asString()
                .contains("Stateful");
    }

    @Test
    void a_package_that_says_nothing_about_null_is_found() {
        assertThat(violations(StyleRules.everyPackageIsNullMarked()))
                .anySatisfy(contains("util.Drawer"))
                .noneSatisfy(contains("FileUtil"));
    }

    @Test
    void a_package_that_does_not_exist_is_told_instead_of_passing() {
        assertThatIllegalArgumentException().isThrownBy(() -> HouseRules.classesUnder("dev.marketlake.nowhere"));
    }

    static Stream<ArchRule> rules() {
        return HouseRules.all();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_rules_keep_the_rules(ArchRule rule) {
        rule.check(HouseRules.classesUnder("dev.marketlake.architecture"));
    }

    private static List<String> violations(ArchRule rule) {
        return rule.evaluate(BROKEN).getFailureReport().getDetails();
    }

    private static java.util.function.Consumer<String> contains(String part) {
        return found -> assertThat(found).contains(part);
    }
}
