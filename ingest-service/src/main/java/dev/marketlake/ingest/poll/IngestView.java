package dev.marketlake.ingest.poll;

import java.util.List;

/**
 * What GET /api/ingest answers.
 *
 * @param done whether all wanted rounds are over and acknowledged; never without an end
 * @param failedForGood one line per provider and symbol: counted rounds list what they went without, endless polling what fails now
 * @param published observations acknowledged since the start
 */
record IngestView(
        RoundsView rounds, boolean done, List<String> failedForGood, long published, List<ProviderView> providers) {

    /**
     * @param wanted 0 for no end
     * @param completed by every provider
     */
    record RoundsView(long wanted, long completed) {}

    /**
     * @param breaker CLOSED, OPEN or HALF_OPEN
     * @param requests HTTP exchanges
     * @param throttled those answered with a limit
     * @param errors those with neither data nor a limit
     */
    record ProviderView(String provider, String breaker, long requests, long throttled, long errors) {
        static ProviderView of(Lane lane) {
            var traffic = lane.provider().traffic();
            return new ProviderView(
                    lane.provider().source().name(),
                    lane.provider().breaker(),
                    traffic.requests(),
                    traffic.throttled(),
                    traffic.errors());
        }
    }

    static IngestView of(IngestPipeline pipeline) {
        List<Lane> lanes = pipeline.lanes();
        long completed = lanes.stream()
                .mapToLong(lane -> lane.progress().completed())
                .min()
                .orElse(0);
        return new IngestView(
                new RoundsView(pipeline.rounds(), completed),
                lanes.stream().allMatch(lane -> lane.progress().isDone()),
                lanes.stream()
                        .flatMap(lane -> lane.progress().failures().stream())
                        .toList(),
                lanes.stream().mapToLong(lane -> lane.publishing().published()).sum(),
                lanes.stream().map(ProviderView::of).toList());
    }
}
