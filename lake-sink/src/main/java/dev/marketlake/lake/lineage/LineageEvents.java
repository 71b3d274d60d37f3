package dev.marketlake.lake.lineage;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.marketlake.lake.lineage.Commit.Range;
import io.openlineage.client.OpenLineage;
import io.openlineage.client.OpenLineage.DatasetFacetsBuilder;
import io.openlineage.client.OpenLineage.InputDataset;
import io.openlineage.client.OpenLineage.InputDatasetFacet;
import io.openlineage.client.OpenLineage.OutputDataset;
import io.openlineage.client.OpenLineage.RunEvent;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * Commits as OpenLineage events: one run of the job {@code lake-sink.<table>} each, that has completed, from its topic to its table. The
 * run's id is a function of the table and the positions it came to, so that a commit told twice is one run. For any thread.
 */
public final class LineageEvents {
    private static final URI PRODUCER = URI.create("https://marketlake.dev/lake-sink");
    private static final String OFFSETS = "marketlake_offsets";

    private final OpenLineage model = new OpenLineage(PRODUCER);
    private final JsonMapper json = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();
    private final String namespace;
    private final String kafka;
    private final String lake;

    /**
     * @param namespace of the jobs
     * @param broker for example {@code localhost:9092}: topics are named in {@code kafka://localhost:9092}
     * @param bucket tables are named in {@code s3://<bucket>}
     */
    public LineageEvents(String namespace, String broker, String bucket) {
        this.namespace = namespace;
        this.kafka = "kafka://" + broker;
        this.lake = "s3://" + bucket;
    }

    /** The event of a commit. */
    String json(Commit commit) {
        RunEvent event = model.newRunEventBuilder()
                .eventType(RunEvent.EventType.COMPLETE)
                .eventTime(commit.at().atZone(ZoneOffset.UTC))
                .run(model.newRun(run(commit), model.newRunFacetsBuilder().build()))
                .job(model.newJob(
                        namespace,
                        "lake-sink." + commit.table(),
                        model.newJobFacetsBuilder()
                                .jobType(model.newJobTypeJobFacetBuilder()
                                        .processingType("STREAMING")
                                        .integration("MARKETLAKE")
                                        .jobType("COMMIT")
                                        .build())
                                .build()))
                .inputs(List.of(input(commit)))
                .outputs(List.of(output(commit)))
                .build();
        return json.writeValueAsString(event);
    }

    private UUID run(Commit commit) {
        var name = new StringBuilder(lake).append('/').append(commit.folder());
        for (Range range : commit.ranges()) {
            name.append(' ').append(range.topicId()).append('-').append(range.partition());
            name.append('@').append(range.to());
        }
        return UUID.nameUUIDFromBytes(name.toString().getBytes(StandardCharsets.UTF_8));
    }

    private InputDataset input(Commit commit) {
        InputDatasetFacet offsets = model.newInputDatasetFacet();
        offsets.getAdditionalProperties()
                .put("ranges", commit.ranges().stream().map(LineageEvents::told).toList());
        return model.newInputDatasetBuilder()
                .namespace(kafka)
                .name(commit.topic())
                .inputFacets(model.newInputDatasetInputFacetsBuilder()
                        .inputStatistics(model.newInputStatisticsInputDatasetFacetBuilder()
                                .rowCount(commit.records())
                                .build())
                        .put(OFFSETS, offsets)
                        .build())
                .build();
    }

    private static Map<String, Object> told(Range range) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("topicId", range.topicId());
        told.put("partition", range.partition());
        told.put("from", range.from());
        told.put("to", range.to());
        return told;
    }

    private OutputDataset output(Commit commit) {
        DatasetFacetsBuilder facets = model.newDatasetFacetsBuilder()
                .storage(model.newStorageDatasetFacet("delta", "parquet"))
                .schema(model.newSchemaDatasetFacetBuilder()
                        .fields(commit.columns().stream()
                                .map(column -> model.newSchemaDatasetFacetFieldsBuilder()
                                        .name(column.name())
                                        .type(column.type())
                                        .build())
                                .toList())
                        .build());
        commit.version()
                .ifPresent(version -> facets.version(model.newDatasetVersionDatasetFacet(Long.toString(version))));
        return model.newOutputDatasetBuilder()
                .namespace(lake)
                .name(commit.folder())
                .facets(facets.build())
                .outputFacets(model.newOutputDatasetOutputFacetsBuilder()
                        .outputStatistics(model.newOutputStatisticsOutputDatasetFacetBuilder()
                                .rowCount(commit.written())
                                .size(commit.bytes())
                                .fileCount(commit.files())
                                .build())
                        .build())
                .build();
    }
}
