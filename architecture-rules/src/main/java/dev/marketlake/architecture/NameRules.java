package dev.marketlake.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** A name says the thing, not its role. */
final class NameRules {
    private static final String ROLE =
            ".*(Impl|Manager|Helper|Utils?)(\\$.*)?|(.*[.$])?(Base|Abstract|Common)[A-Z][^.]*";
    private static final String DRAWER = "(.*\\.)?(utils?|helpers?|common|impl|misc|manager)(\\..*)?";

    private NameRules() {}

    static List<ArchRule> all() {
        return List.of(noClassIsNamedAfterItsRole(), noPackageIsADrawer());
    }

    static ArchRule noClassIsNamedAfterItsRole() {
        return noClasses()
                .should()
                .haveNameMatching(ROLE)
                .as("no class is called Impl, Manager, Helper, Util, Base, Abstract or Common")
                .allowEmptyShould(true);
    }

    static ArchRule noPackageIsADrawer() {
        return noClasses()
                .should(Conditions.liveInPackageMatching(DRAWER))
                .as("no package is called util, helper, common, impl, misc or manager")
                .allowEmptyShould(true);
    }
}
