package dev.marketlake.readiness;

import dev.marketlake.config.InvalidConfig;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Tells a configuration mistake in its own words instead of a stack trace. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class InvalidConfigAnalyzer extends AbstractFailureAnalyzer<InvalidConfig> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidConfig cause) {
        return new FailureAnalysis(
                cause.getMessage(), "Correct the setting or file named above and start again.", rootFailure);
    }
}
