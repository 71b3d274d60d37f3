package dev.marketlake.stream.run;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;

/** Asks whether the broker answers us. Safe for any thread. */
final class BrokerProbe {
    private static final long PATIENCE_MS = 2_000;
    private static final String REMEDY =
            ": start it, or correct spring.kafka.bootstrap-servers (KAFKA_BOOTSTRAP_SERVERS)";

    private final Admin admin;
    private final String address;

    /** @param address as configured, for messages */
    BrokerProbe(Admin admin, String address) {
        this.admin = admin;
        this.address = address;
    }

    /** Empty where it answers; else what is wrong and what to correct. */
    Optional<String> trouble() {
        try {
            admin.describeCluster().nodes().get(PATIENCE_MS, TimeUnit.MILLISECONDS);
            return Optional.empty();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            return Optional.of("broker does not answer at " + address + REMEDY + ". "
                    + cause.getClass().getSimpleName() + ": " + cause.getMessage());
        } catch (TimeoutException e) {
            return Optional.of("broker does not answer at " + address + REMEDY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted while asking the broker");
        }
    }
}
