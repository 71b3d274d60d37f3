package dev.marketlake.stream.run;

import dev.marketlake.reach.BrokerReach;
import dev.marketlake.readiness.RecentHealth;
import dev.marketlake.serde.RegistryReach;
import dev.marketlake.stream.StreamSettings;
import dev.marketlake.stream.rules.FollowedRules;
import dev.marketlake.stream.run.HeadStart.Begun;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the application context adds to the topology that {@link HeadStart} begins: health, metrics, the end. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StreamSettings.class)
class StreamConfiguration {
    @Bean
    FollowedRules alertRules(Begun begun) {
        return begun.rules();
    }

    @Bean
    RulesPolling rulesPolling(FollowedRules rules) {
        return new RulesPolling(rules::look);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean(destroyMethod = "close")
    BrokerReach brokerReach(Begun begun) {
        return begun.broker();
    }

    @Bean
    RegistryReach registryReach(Begun begun) {
        return begun.registry();
    }

    /** A context that closes stops it as a lifecycle; of one that does not come up {@link HeadStart} hears. */
    @Bean
    StreamsLifecycle streamsLifecycle(Begun begun, MeterRegistry meters) {
        begun.meters().showIn(meters);
        return begun.lifecycle();
    }

    @Bean
    HealthIndicator brokerHealthIndicator(BrokerReach broker, Clock clock) {
        return new RecentHealth(broker::look, clock);
    }

    @Bean
    HealthIndicator schemaRegistryHealthIndicator(RegistryReach registry, Clock clock) {
        return new RecentHealth(registry::look, clock);
    }

    @Bean
    HealthIndicator streamsHealthIndicator(StreamsLifecycle lifecycle, Clock clock) {
        return new StreamsHealth(lifecycle::state, clock);
    }

    /** Up whatever the file says: the rules in force go on. */
    @Bean
    HealthIndicator alertRulesHealthIndicator(FollowedRules rules) {
        return () -> Health.up().withDetail("rules", rules.told()).build();
    }
}
