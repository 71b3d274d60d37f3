package dev.marketlake.allinone.replay;

import dev.marketlake.topics.JobTopics;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Takes a job's topics, those of its state included, and its group from the broker. Doing it twice does no harm. */
final class JobCleanup {
    private static final long PATIENCE_S = 30;

    private JobCleanup() {}

    /** @throws ReplayFailure where the broker does not do it; what is left is named */
    static void run(JobClients clients, JobTopics topics) {
        try (var admin = clients.admin()) {
            var left = left(admin, topics);
            done(admin.deleteTopics(left).all(), "topics " + left);
            done(admin.deleteConsumerGroups(List.of(topics.application())).all(), "group " + topics.application());
        }
    }

    private static List<String> left(Admin admin, JobTopics topics) {
        try {
            return admin.listTopics().names().get(PATIENCE_S, TimeUnit.SECONDS).stream()
                    .filter(name -> name.startsWith(topics.prefix()) || name.startsWith(topics.application() + "-"))
                    .sorted()
                    .toList();
        } catch (ExecutionException | TimeoutException failure) {
            throw new ReplayFailure("the broker does not list its topics: " + failure.getMessage(), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ReplayFailure("interrupted", interrupted);
        }
    }

    private static void done(KafkaFuture<Void> answer, String what) {
        try {
            answer.get(PATIENCE_S, TimeUnit.SECONDS);
        } catch (ExecutionException failure) {
            var gone = failure.getCause() instanceof GroupIdNotFoundException
                    || failure.getCause() instanceof UnknownTopicOrPartitionException;
            if (!gone) {
                throw new ReplayFailure(
                        "left behind: " + what + ", for the broker says " + failure.getCause(), failure);
            }
        } catch (TimeoutException failure) {
            throw new ReplayFailure("left behind: " + what + ", for the broker does not answer", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ReplayFailure("interrupted", interrupted);
        }
    }
}
