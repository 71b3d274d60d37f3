package dev.marketlake.stream.run;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Raw quotes to bars, readings, alerts, rejections and a ledger. */
@SpringBootApplication
public class StreamProcessorApplication {
    public static void main(String[] arguments) {
        // Spring would use a second core for what the context needs later, and the topology, which goes first, has use
        // for it.
        System.setProperty("spring.backgroundpreinitializer.ignore", "true");
        SpringApplication application = new SpringApplication(StreamProcessorApplication.class);
        application.addInitializers(new HeadStart());
        application.run(arguments);
    }
}
