package dev.marketlake.lake;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Program of the lake sink. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class LakeSinkApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(LakeSinkApplication.class, arguments);
    }
}
