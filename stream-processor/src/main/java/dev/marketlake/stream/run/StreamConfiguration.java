package dev.marketlake.stream.run;

import dev.marketlake.config.Watchlist;
import dev.marketlake.stream.AlertsFile;
import dev.marketlake.stream.StreamSettings;
import dev.marketlake.stream.judge.AlertRules;
import dev.marketlake.topics.TopicSettings;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
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
    AlertRules alertRules(StreamSettings settings) {
        return AlertsFile.read(settings.config().resolve("alerts.yml"));
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
    Admin admin(KafkaProperties kafka) {
        return Admin.create(KafkaConfig.admin(kafka));
    }

    @Bean
    BrokerProbe brokerProbe(Admin admin, KafkaProperties kafka) {
        return new BrokerProbe(admin, String.join(",", kafka.getBootstrapServers()));
    }

    @Bean
    RegistryProbe registryProbe(KafkaProperties kafka) {
        return new RegistryProbe(KafkaConfig.registry(kafka));
    }

    @Bean
    StreamsStart streamsStart(
            KafkaProperties kafka,
            StreamSettings settings,
            TopicSettings topics,
            Watchlist watchlist,
            AlertRules alerts,
            MeterRegistry meters,
            Admin admin,
            BrokerProbe broker,
            RegistryProbe registry) {
        return new StreamsStart(kafka, settings, topics, watchlist, alerts, meters, admin, broker, registry);
    }

    @Bean
    StreamsLifecycle streamsLifecycle(StreamsStart start, ApplicationContext context, Clock clock) {
        return new StreamsLifecycle(start, () -> System.exit(SpringApplication.exit(context, () -> 1)), clock);
    }

    @Bean
    HealthIndicator brokerHealthIndicator(BrokerProbe probe) {
        return new ProbeHealth(probe::trouble);
    }

    @Bean
    HealthIndicator schemaRegistryHealthIndicator(RegistryProbe probe) {
        return new ProbeHealth(probe::trouble);
    }

    @Bean
    HealthIndicator streamsHealthIndicator(StreamsLifecycle lifecycle, Clock clock) {
        return new StreamsHealth(lifecycle::state, clock);
    }
}
