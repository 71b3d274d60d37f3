package dev.marketlake.readiness;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import dev.marketlake.architecture.HouseRules;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {
    private static final JavaClasses CLASSES = HouseRules.classesUnder("dev.marketlake.readiness");

    static Stream<ArchRule> rules() {
        return HouseRules.all();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_rules_of_the_house_hold(ArchRule rule) {
        rule.check(CLASSES);
    }
}
