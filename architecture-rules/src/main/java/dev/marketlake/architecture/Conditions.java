package dev.marketlake.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Conditions ArchUnit has no words for. */
final class Conditions {
    private Conditions() {}

    static ArchCondition<JavaClass> liveInPackageMatching(String regex) {
        Pattern pattern = Pattern.compile(regex);
        return new ArchCondition<>("live in a package matching " + regex) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean matches = pattern.matcher(type.getPackageName()).matches();
                events.add(new SimpleConditionEvent(type, matches, type.getDescription() + " lives there"));
            }
        };
    }

    static ArchCondition<JavaClass> liveInPackageAnnotatedWith(String annotation) {
        return new ArchCondition<>("live in a package annotated with " + annotation) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean annotated = type.getPackage().isAnnotatedWith(annotation);
                events.add(new SimpleConditionEvent(type, annotated, type.getDescription() + ": its package is not"));
            }
        };
    }

    /** All classes that use {@code library} are in one package; checked when all have been seen. */
    static ArchCondition<JavaClass> shareOnePackageForUsing(String library) {
        return new ArchCondition<>("share one package for using " + library) {
            private final Map<String, JavaClass> users = new TreeMap<>();

            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean uses = type.getDirectDependenciesFromSelf().stream()
                        .map(Dependency::getTargetClass)
                        .map(JavaClass::getBaseComponentType)
                        .anyMatch(target -> (target.getPackageName() + ".").startsWith(library + "."));
                if (uses) {
                    users.putIfAbsent(type.getPackageName(), type);
                }
            }

            @Override
            public void finish(ConditionEvents events) {
                boolean one = users.size() <= 1;
                users.values()
                        .forEach(user -> events.add(new SimpleConditionEvent(
                                user, one, user.getDescription() + " is one of several doors to " + library)));
                users.clear();
            }
        };
    }
}
