package dev.marketlake.stream.run;

import dev.marketlake.config.Watchlist;
import dev.marketlake.reach.BrokerReach;
import dev.marketlake.readiness.RecentHealth;
import dev.marketlake.serde.RegistryReach;
import dev.marketlake.stream.StreamSettings;
import dev.marketlake.stream.rules.FollowedRules;
import dev.marketlake.topics.TopicSettings;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the service together. Configuration files are read first: a mistake in them ends the start. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StreamSettings.class)
class StreamConfiguration {
    @Bean
    Watchlist watchlist(StreamSettings settings) {
        return Watchlist.read(settings.config().resolve("symbols.yml"));
    }

    @Bean
    FollowedRules alertRules(StreamSettings settings, Watchlist watchlist) {
        return new FollowedRules(settings.config().resolve("alerts.yml"), watchlist);
    }

    @Bean
    RulesPolling rulesPolling(FollowedRules rules) {
        return new RulesPolling(rules::look);
    }

    @Bean
    TopicSettings topicSettings(StreamSettings settings) {
        return TopicSettings.read(settings.config().resolve("topics.yml"));
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean(destroyMethod = "close")
    BrokerReach brokerReach(KafkaProperties kafka) {
        return new BrokerReach(KafkaConfig.admin(kafka));
    }

    @Bean
    RegistryReach registryReach(KafkaProperties kafka) {
        return new RegistryReach(KafkaConfig.registry(kafka));
    }

    @Bean
    StreamsStart streamsStart(
            KafkaProperties kafka,
            StreamSettings settings,
            TopicSettings topics,
            Watchlist watchlist,
            FollowedRules alerts,
            MeterRegistry meters,
            BrokerReach broker,
            RegistryReach registry) {
        return new StreamsStart(kafka, settings, topics, watchlist, alerts, meters, broker, registry);
    }

    @Bean(initMethod = "begin", destroyMethod = "stop")
    StreamsLifecycle streamsLifecycle(StreamsStart start, ApplicationContext context, Clock clock) {
        return new StreamsLifecycle(start, () -> System.exit(SpringApplication.exit(context, () -> 1)), clock);
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
