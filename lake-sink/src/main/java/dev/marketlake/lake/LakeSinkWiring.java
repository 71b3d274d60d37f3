package dev.marketlake.lake;

import dev.marketlake.config.Watchlist;
import dev.marketlake.lake.lineage.Lineage;
import dev.marketlake.lake.maintain.DailySnapshots;
import dev.marketlake.lake.maintain.Maintenance;
import dev.marketlake.lake.maintain.NamedSnapshots;
import dev.marketlake.lake.quality.QualityMonitor;
import dev.marketlake.lake.quality.QualityTopic;
import dev.marketlake.lake.quality.QualityWatch;
import dev.marketlake.lake.sink.Broker;
import dev.marketlake.lake.sink.Lake;
import dev.marketlake.lake.sink.LakeSink;
import dev.marketlake.lake.sink.SinkFactory;
import dev.marketlake.lake.sink.TableViews;
import dev.marketlake.lake.star.Star;
import dev.marketlake.lake.star.StarKeeper;
import dev.marketlake.lake.store.MinioObjectStore;
import dev.marketlake.lake.store.ObjectStore;
import dev.marketlake.lake.store.StoreRequests;
import dev.marketlake.lake.store.StoreSettings;
import dev.marketlake.lake.table.LakeConfig;
import dev.marketlake.lake.table.Tables;
import dev.marketlake.reach.BrokerReach;
import dev.marketlake.readiness.RecentHealth;
import dev.marketlake.serde.RegistryReach;
import dev.marketlake.topics.TopicSettings;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the parts together; the edges to clock and network are made here. */
@Configuration(proxyBeanMethods = false)
class LakeSinkWiring {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean(destroyMethod = "close")
    ObjectStore objectStore(StoreProperties store, MeterRegistry meters) {
        StoreSettings settings = store.checked();
        return MinioObjectStore.of(settings, StoreRequests.timed(meters, settings.bucket()));
    }

    @Bean
    Lake lake(ObjectStore store) {
        return new Lake(store);
    }

    @Bean(destroyMethod = "")
    BrokerReach brokerReach(KafkaProperties kafka) {
        return new BrokerReach(kafka.buildAdminProperties());
    }

    @Bean(destroyMethod = "")
    Broker broker(BrokerReach reach) {
        return new Broker(reach);
    }

    @Bean
    RegistryReach registryReach(KafkaProperties kafka) {
        return new RegistryReach(kafka.getProperties());
    }

    /** Closed after the sink, so that its last look sees the last commits. */
    @Bean(destroyMethod = "close")
    StarKeeper starKeeper(LakeSinkSettings settings, ObjectStore store, Clock clock) {
        Star star = new Star(store, () -> Watchlist.read(settings.file("symbols.yml")), clock);
        return new StarKeeper(star, settings.deriveEvery());
    }

    @Bean(destroyMethod = "close")
    QualityTopic qualityTopic(KafkaProperties kafka) {
        return new QualityTopic(kafka.buildProducerProperties());
    }

    @Bean
    QualityWatch qualityWatch(LakeSinkSettings settings, ObjectStore store, QualityTopic topic, Clock clock) {
        return new QualityWatch(settings.config(), store, topic, clock);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    QualityMonitor qualityMonitor(
            QualityWatch quality,
            LakeSink sink,
            LakeSinkSettings settings,
            ObjectStore store,
            MeterRegistry meters,
            Clock clock) {
        int kept = LakeConfig.read(settings.config()).upkeep().daysKept();
        DailySnapshots daily = new DailySnapshots(new NamedSnapshots(store, clock), kept);
        return quality.monitor(() -> sink.readsFirstOf(Tables.QUALITY), daily::sound, meters);
    }

    @Bean
    HealthIndicator qualityHealthIndicator(QualityWatch quality, QualityMonitor monitor) {
        return new QualityHealth(quality.gate(), monitor);
    }

    /** Closed after the sink, so that its last commits are told. */
    @Bean
    Lineage lineage(LineageProperties lineage, StoreProperties store, KafkaProperties kafka, MeterRegistry meters) {
        return lineage.checked()
                .map(settings -> lineage.sender(settings, kafka.getBootstrapServers(), store.bucket(), meters))
                .orElse(Lineage.NONE);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    LakeSink lakeSink(
            LakeSinkSettings settings,
            KafkaProperties kafka,
            ObjectStore store,
            Lake lake,
            Broker broker,
            RegistryReach registry,
            QualityWatch quality,
            StarKeeper star,
            Lineage lineage,
            MeterRegistry meters,
            Clock clock) {
        SinkFactory factory = new SinkFactory(
                kafka.buildConsumerProperties(),
                settings.group(),
                settings.sessionTimeout(),
                settings.uploads(),
                LakeConfig.read(settings.config()),
                store,
                broker,
                quality.gate(),
                lineage,
                meters,
                clock);
        LakeSink sink = new LakeSink(
                broker,
                registry,
                lake,
                factory,
                TopicSettings.read(settings.file("topics.yml")),
                settings.startRetry(),
                settings.patience());
        star.start(() -> sink.readsFirstOf(Tables.DAILY_BARS));
        return sink;
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    Maintenance maintenance(LakeSinkSettings settings, ObjectStore store, Clock clock) {
        return new Maintenance(store, clock, LakeConfig.read(settings.config()).upkeep());
    }

    @Bean
    TableViews tableViews(LakeSink sink, Broker broker, ObjectStore store) {
        return new TableViews(sink, broker, store.bucket());
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
    HealthIndicator objectStoreHealthIndicator(Lake lake, Clock clock) {
        return new RecentHealth(lake::reach, clock);
    }

    @Bean
    HealthIndicator tablesHealthIndicator(LakeSink sink) {
        return new TablesHealth(sink);
    }
}
