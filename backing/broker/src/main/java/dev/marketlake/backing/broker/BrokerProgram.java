package dev.marketlake.backing.broker;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/**
 * Runs one broker until SIGTERM: {@code --dir DIR --port P --controller-port P2 [--set key=value]...}.
 *
 * <p>Prints {@code READY} on standard output once clients are served, and nothing else there. A first start formats the
 * directory; later starts keep its records, whichever ports they are given. After SIGTERM the logs are closed cleanly;
 * after SIGKILL the next start recovers them.
 */
public final class BrokerProgram {
    private BrokerProgram() {}

    public static void main(String[] arguments) throws Exception {
        var options = BrokerOptions.parse(arguments);
        LogDirectory.formatIfNew(options.dir());
        var configuration = KafkaConfig.fromProps(SingleNode.properties(options), false);
        var server = new KafkaRaftServer(configuration, Time.SYSTEM);
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("broker-shutdown").unstarted(() -> {
                    server.shutdown();
                    server.awaitShutdown();
                }));
        server.startup();
        System.out.println("READY");
        server.awaitShutdown();
    }
}
