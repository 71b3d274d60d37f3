package dev.marketlake.stream;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Raw quotes to bars, readings, alerts, rejections and a ledger. */
@SpringBootApplication
public class StreamProcessorApplication {
    public static void main(String[] arguments) {
        SpringApplication.run(StreamProcessorApplication.class, arguments);
    }
}
