package dev.marketlake.lake;

import dev.marketlake.lake.quality.Quality.Verdict;
import dev.marketlake.lake.quality.QualityMonitor;
import dev.marketlake.lake.quality.QualityWatch;
import java.util.List;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the quality checks found last, and the way to publish a table in spite of them. */
@RestController
class QualityEndpoint {
    private final QualityWatch quality;
    private final QualityMonitor monitor;

    QualityEndpoint(QualityWatch quality, QualityMonitor monitor) {
        this.quality = quality;
        this.monitor = monitor;
    }

    @GetMapping("/api/quality")
    List<Verdict> verdicts() {
        return monitor.verdicts();
    }

    /** Names the checks that held the table; none where it was not held. */
    @PostMapping("/api/quality/release/{table}")
    Set<String> release(@PathVariable String table) {
        return quality.gate().release(table);
    }
}
