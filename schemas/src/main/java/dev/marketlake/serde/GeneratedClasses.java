package dev.marketlake.serde;

import dev.marketlake.events.RawPosition;
import org.apache.avro.util.ClassSecurityValidator;
import org.apache.avro.util.ClassSecurityValidator.ClassSecurityPredicate;

/** Avro, since 1.12.2, uses no generated class outside packages it was told to trust. */
public final class GeneratedClasses {
    private GeneratedClasses() {}

    /** Adds the suite's own events to what the JVM trusts already; doing it twice changes nothing. */
    public static synchronized void trust() {
        ClassSecurityPredicate before = ClassSecurityValidator.getGlobal();
        if (!before.isTrusted(RawPosition.class)) {
            String events = RawPosition.class.getPackageName();
            ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                    before, type -> type.getPackageName().equals(events)));
        }
    }
}
