package dev.marketlake.ingest;

import dev.marketlake.config.Watchlist;
import dev.marketlake.events.RawQuote;
import dev.marketlake.ingest.alphavantage.AlphaVantageIntraday;
import dev.marketlake.ingest.fetch.HttpGet;
import dev.marketlake.ingest.finnhub.FinnhubQuotes;
import dev.marketlake.ingest.guard.Guards;
import dev.marketlake.ingest.guard.Ticks;
import dev.marketlake.ingest.health.PollingHealth;
import dev.marketlake.ingest.health.ProvidersHealth;
import dev.marketlake.ingest.health.PublishingHealth;
import dev.marketlake.ingest.poll.IngestPipeline;
import dev.marketlake.ingest.polygon.PolygonMinutes;
import dev.marketlake.ingest.publish.Destination;
import dev.marketlake.ingest.publish.RawTopic;
import dev.marketlake.ingest.yahoo.YahooMinutes;
import dev.marketlake.market.Source;
import dev.marketlake.reach.BrokerReach;
import dev.marketlake.readiness.RecentHealth;
import dev.marketlake.serde.RegistryReach;
import dev.marketlake.topics.TopicSettings;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.SplittableRandom;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;

/** Puts the parts together; the edges to clock, chance and network are made here. */
@Configuration(proxyBeanMethods = false)
class IngestWiring {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Ticks ticks() {
        return Ticks.ofMachine();
    }

    @Bean
    HttpGet httpGet(Clock clock) {
        return new HttpGet(clock);
    }

    @Bean
    Watchlist watchlist(IngestSettings settings) {
        return Watchlist.read(settings.file("symbols.yml"));
    }

    @Bean
    Guards guards(IngestSettings settings, MeterRegistry meters, Ticks ticks, Clock clock) {
        return Guards.of(settings.retry(), settings.breaker(), meters, ticks, clock, new SplittableRandom());
    }

    @Bean
    IngestPipeline pipeline(
            IngestSettings settings,
            Watchlist watchlist,
            Guards guards,
            HttpGet http,
            KafkaTemplate<String, RawQuote> kafka,
            MeterRegistry meters,
            Ticks ticks,
            Clock clock) {
        IngestPipeline pipeline = new IngestPipeline(
                List.copyOf(watchlist.symbols()),
                settings.rounds(),
                settings.retry(),
                settings.publish(),
                guards,
                new RawTopic(kafka),
                meters,
                ticks,
                clock);
        var alphaVantage = settings.alphaVantage();
        if (alphaVantage.enabled()) {
            pipeline.poll(
                    new AlphaVantageIntraday(
                            http,
                            alphaVantage.access(),
                            alphaVantage,
                            symbol -> watchlist.spelling(symbol, Source.ALPHA_VANTAGE)),
                    alphaVantage);
        }
        var finnhub = settings.finnhub();
        if (finnhub.enabled()) {
            pipeline.poll(
                    new FinnhubQuotes(http, finnhub.access(), symbol -> watchlist.spelling(symbol, Source.FINNHUB)),
                    finnhub);
        }
        var yahoo = settings.yahoo();
        if (yahoo.enabled()) {
            pipeline.poll(
                    new YahooMinutes(http, yahoo.access(), yahoo, symbol -> watchlist.spelling(symbol, Source.YAHOO)),
                    yahoo);
        }
        var polygon = settings.polygon();
        if (polygon.enabled()) {
            pipeline.poll(
                    new PolygonMinutes(
                            http,
                            polygon.access(),
                            polygon,
                            symbol -> watchlist.spelling(symbol, Source.POLYGON),
                            clock),
                    polygon);
        }
        return pipeline;
    }

    @Bean
    BrokerReach brokerReach(KafkaAdmin admin) {
        return new BrokerReach(admin.getConfigurationProperties());
    }

    @Bean
    RegistryReach registryReach(KafkaTemplate<String, RawQuote> kafka) {
        return new RegistryReach(kafka.getProducerFactory().getConfigurationProperties());
    }

    @Bean
    IngestRun ingestRun(
            IngestSettings settings,
            BrokerReach broker,
            RegistryReach registry,
            IngestPipeline pipeline,
            ApplicationContext context) {
        TopicSettings topics = TopicSettings.read(settings.file("topics.yml"));
        return new IngestRun(
                new Destination(broker, registry, topics),
                pipeline,
                () -> System.exit(SpringApplication.exit(context, () -> 1)));
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
    HealthIndicator pollingHealthIndicator(IngestPipeline pipeline) {
        return new PollingHealth(pipeline);
    }

    @Bean
    HealthIndicator publishingHealthIndicator(IngestPipeline pipeline) {
        return new PublishingHealth(pipeline);
    }

    @Bean
    HealthIndicator providersHealthIndicator(IngestPipeline pipeline) {
        return new ProvidersHealth(pipeline);
    }
}
