package dev.marketlake.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** What is injected, what is static, what Spring may mark, where null is told. Lombok is banned by the build, not here: it leaves no trace. */
final class StyleRules {
    private StyleRules() {}

    static List<ArchRule> all() {
        return List.of(
                injectionIsByConstructor(), staticStateIsFinal(), springMarksOnlyEdges(), everyPackageIsNullMarked());
    }

    static ArchRule injectionIsByConstructor() {
        return noFields()
                .should()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .orShould()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
                .orShould()
                .beAnnotatedWith("jakarta.inject.Inject")
                .orShould()
                .beAnnotatedWith("jakarta.annotation.Resource")
                .as("injection is by constructor")
                .allowEmptyShould(true);
    }

    static ArchRule staticStateIsFinal() {
        return fields().that()
                .areStatic()
                .should()
                .beFinal()
                .as("no static state changes")
                .allowEmptyShould(true);
    }

    static ArchRule springMarksOnlyEdges() {
        return noClasses()
                .should()
                .beAnnotatedWith("org.springframework.stereotype.Component")
                .orShould()
                .beAnnotatedWith("org.springframework.stereotype.Service")
                .orShould()
                .beAnnotatedWith("org.springframework.stereotype.Repository")
                .as("Spring marks applications, configuration and endpoints only")
                .allowEmptyShould(true);
    }

    static ArchRule everyPackageIsNullMarked() {
        return classes()
                .should(Conditions.liveInPackageAnnotatedWith("org.jspecify.annotations.NullMarked"))
                .as("every package is @NullMarked")
                .allowEmptyShould(true);
    }
}
