package dev.marketlake.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.regex.Pattern;

/** Time is an argument or an injected clock, and nobody waits by sleeping. */
final class TimeRules {
    private TimeRules() {}

    static List<ArchRule> all(String edge) {
        return List.of(nobodySleepsBut(edge), nobodyAsksTheTimeOfTheSystem());
    }

    /** @param edge full name of the one class, or its nested ones, in which real time may pass; empty for none */
    static ArchRule nobodySleepsBut(String edge) {
        return noClasses()
                .that()
                .haveNameNotMatching(Pattern.quote(edge) + "(\\$.*)?")
                .should()
                .callMethodWhere(describe("Thread.sleep", call -> isCall(call, "java.lang.Thread", "sleep")))
                .orShould()
                .callMethodWhere(
                        describe("TimeUnit.sleep", call -> isCall(call, "java.util.concurrent.TimeUnit", "sleep")))
                .as("nobody waits by sleeping: wait for what is awaited, with a time-out")
                .allowEmptyShould(true);
    }

    static ArchRule nobodyAsksTheTimeOfTheSystem() {
        return noClasses()
                .should()
                .callMethodWhere(describe("now() without a clock", TimeRules::isNowWithoutClock))
                .orShould()
                .callMethodWhere(describe(
                        "System.currentTimeMillis", call -> isCall(call, "java.lang.System", "currentTimeMillis")))
                .as("the time is an argument or comes from an injected Clock")
                .allowEmptyShould(true);
    }

    private static boolean isNowWithoutClock(JavaMethodCall call) {
        MethodCallTarget target = call.getTarget();
        return target.getName().equals("now")
                && target.getOwner().getPackageName().equals("java.time")
                && target.getRawParameterTypes().stream()
                        .noneMatch(type -> type.getName().equals("java.time.Clock"));
    }

    private static boolean isCall(JavaMethodCall call, String owner, String name) {
        return call.getTarget().getName().equals(name)
                && call.getTargetOwner().getName().equals(owner);
    }
}
