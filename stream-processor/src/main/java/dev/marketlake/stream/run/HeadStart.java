package dev.marketlake.stream.run;

import dev.marketlake.config.Watchlist;
import dev.marketlake.reach.BrokerReach;
import dev.marketlake.serde.RegistryReach;
import dev.marketlake.stream.StreamSettings;
import dev.marketlake.stream.rules.FollowedRules;
import dev.marketlake.topics.TopicSettings;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Starts the topology as soon as the settings are known, and lets it take up its work before the application context comes up: each takes
 * seconds of all cores, and alerts are waited for more than answers about health. Configuration files are read first: a mistake in them ends
 * the start.
 */
final class HeadStart
        implements ApplicationContextInitializer<ConfigurableApplicationContext>,
                ApplicationListener<ApplicationFailedEvent> {
    /** Then it comes up beside a topology that reads a large state back. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private @Nullable StreamsLifecycle lifecycle;

    /**
     * What the application context takes over.
     *
     * @param meters to be shown
     */
    record Begun(
            FollowedRules rules,
            BrokerReach broker,
            RegistryReach registry,
            StreamsLifecycle lifecycle,
            EarlyMeters meters) {}

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Begun begun = begin(
                Binder.get(context.getEnvironment()), () -> System.exit(SpringApplication.exit(context, () -> 1)));
        lifecycle = begun.lifecycle();
        context.getBeanFactory().registerSingleton("begun", begun);
        context.addApplicationListener(this);
        // A signal that comes before the context is up: there is nothing yet that would stop the topology with it.
        SpringApplication.getShutdownHandlers().add(begun.lifecycle()::stop);
        begun.lifecycle().awaitWork(PATIENCE);
    }

    private static Begun begin(Binder binder, Runnable endProcess) {
        StreamSettings settings = binder.bindOrCreate("marketlake.stream", StreamSettings.class);
        KafkaProperties kafka = binder.bindOrCreate("spring.kafka", KafkaProperties.class);
        Watchlist watchlist = Watchlist.read(settings.config().resolve("symbols.yml"));
        FollowedRules rules = new FollowedRules(settings.config().resolve("alerts.yml"), watchlist);
        TopicSettings topics = TopicSettings.read(settings.config().resolve("topics.yml"));
        BrokerReach broker = new BrokerReach(KafkaConfig.admin(kafka));
        RegistryReach registry = new RegistryReach(KafkaConfig.registry(kafka));
        EarlyMeters meters = new EarlyMeters();
        StreamsStart start = new StreamsStart(kafka, settings, topics, watchlist, rules, meters, broker, registry);
        StreamsLifecycle lifecycle = new StreamsLifecycle(start, endProcess, Clock.systemUTC());
        lifecycle.begin();
        return new Begun(rules, broker, registry, lifecycle, meters);
    }

    /** The application context did not come up: nothing else would end the topology. */
    @Override
    public void onApplicationEvent(ApplicationFailedEvent failed) {
        if (lifecycle != null) {
            lifecycle.giveUp();
        }
    }
}
