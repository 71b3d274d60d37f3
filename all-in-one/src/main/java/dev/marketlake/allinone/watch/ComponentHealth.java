package dev.marketlake.allinone.watch;

import dev.marketlake.allinone.suite.Component;
import dev.marketlake.allinone.suite.HealthReport;
import dev.marketlake.allinone.suite.RunFile;

/** Asks each component of a running suite whether it serves. */
final class ComponentHealth {
    private final RunFile run;
    private final SuiteWatch watch;

    ComponentHealth(RunFile run, SuiteWatch watch) {
        this.run = run;
        this.watch = watch;
    }

    SuiteStatus.ComponentStatus of(Component component) {
        return switch (component) {
            case BROKER -> broker();
            case REGISTRY -> http(component, run.endpoints().registryUrl() + "/subjects");
            case SIMULATOR -> http(component, run.endpoints().simulator() + "/health");
            case STORE -> store();
            case INGEST, STREAM, SINK -> http(component, run.endpoints().of(component) + "/actuator/health/readiness");
        };
    }

    private SuiteStatus.ComponentStatus broker() {
        try {
            watch.offsets().brokers();
            return up(Component.BROKER);
        } catch (BrokerSilent silent) {
            return down(Component.BROKER, String.valueOf(silent.getMessage()));
        }
    }

    /** An S3 endpoint answers an unsigned request with a refusal: that is an answer. */
    private SuiteStatus.ComponentStatus store() {
        return switch (watch.reports().ask(run.endpoints().store())) {
            case Answer.Good good -> up(Component.STORE);
            case Answer.Bad bad ->
                bad.reason().startsWith("HTTP 4") ? up(Component.STORE) : down(Component.STORE, bad.reason());
        };
    }

    private SuiteStatus.ComponentStatus http(Component component, String address) {
        return switch (watch.reports().ask(address)) {
            case Answer.Good good -> up(component);
            case Answer.Bad bad ->
                down(component, HealthReport.lacking(bad.body()).orElse(bad.reason()));
        };
    }

    private SuiteStatus.ComponentStatus up(Component component) {
        return new SuiteStatus.ComponentStatus(component, true, run.endpoints().of(component), "");
    }

    private SuiteStatus.ComponentStatus down(Component component, String detail) {
        return new SuiteStatus.ComponentStatus(component, false, run.endpoints().of(component), detail);
    }
}
