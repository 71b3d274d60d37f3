package dev.marketlake.lake;

import dev.marketlake.config.InvalidConfig;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Tells a setting that cannot be used in one message, without a stack trace; the program ends with code 1. */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class StartFailure extends AbstractFailureAnalyzer<InvalidConfig> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidConfig cause) {
        return new FailureAnalysis(cause.getMessage(), "Correct the setting and start again.", cause);
    }
}
