package dev.marketlake.topics;

import dev.marketlake.config.InvalidConfig;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * Topics of one history job: {@code market.job.<id>.raw} with its input, and one for each topic that a topology writes, but no ledger. Kept
 * until the job deletes them.
 *
 * @param id lower-case letters, digits and hyphens
 */
public record JobTopics(String id) {
    /** A job derives neither: it counts nothing and checks nothing. */
    private static final Set<String> NOT_OF_A_JOB = Set.of(Topics.LEDGER.name(), Topics.QUALITY.name());

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final String SUITE = "market.";

    public JobTopics {
        if (!ID.matcher(id).matches()) {
            throw new InvalidConfig("job id '" + id + "' cannot be used: use up to 40 of a-z 0-9 -");
        }
    }

    /** What the names of all its topics begin with. */
    public String prefix() {
        return SUITE + "job." + id + ".";
    }

    /** Name of the job's own topic in the place of one of the suite: {@code market.job.<id>.bars} for {@code market.bars}. */
    public String of(Topic<?> topic) {
        return prefix() + topic.name().substring(SUITE.length());
    }

    /** Application id of the job's topology, and prefix of its internal topics. */
    public String application() {
        return "job-" + id;
    }

    /** All of them, with the partitions and message sizes of those they stand for. */
    public List<NewTopic> newTopics(TopicSettings settings) {
        return settings.newTopics().stream()
                .filter(topic -> !NOT_OF_A_JOB.contains(topic.name()))
                .map(this::own)
                .toList();
    }

    private NewTopic own(NewTopic topic) {
        Map<String, String> config = new HashMap<>(topic.configs());
        config.put("retention.ms", "-1");
        return new NewTopic(
                        prefix() + topic.name().substring(SUITE.length()),
                        topic.numPartitions(),
                        topic.replicationFactor())
                .configs(config);
    }
}
