package dev.marketlake.ingest.poll;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How far the polling has come. */
@RestController
class IngestEndpoint {
    private final IngestPipeline pipeline;

    IngestEndpoint(IngestPipeline pipeline) {
        this.pipeline = pipeline;
    }

    @GetMapping("/api/ingest")
    IngestView ingest() {
        return IngestView.of(pipeline);
    }
}
