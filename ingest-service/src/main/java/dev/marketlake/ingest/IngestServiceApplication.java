package dev.marketlake.ingest;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** The program: polls providers, publishes to {@code market.raw}. */
@SpringBootApplication
@EnableConfigurationProperties(IngestSettings.class)
public class IngestServiceApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(IngestServiceApplication.class, arguments);
    }
}
