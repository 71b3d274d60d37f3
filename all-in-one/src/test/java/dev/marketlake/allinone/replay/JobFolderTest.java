package dev.marketlake.allinone.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marketlake.allinone.replay.JobFolder.Kept;
import dev.marketlake.allinone.replay.ReplayRequest.Purpose;
import dev.marketlake.allinone.replay.ReplayRequest.Source;
import dev.marketlake.allinone.suite.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobFolderTest {
    private static final LocalDate MONDAY = LocalDate.of(2019, 2, 11);
    private static final JobState BEGUN = JobState.begin(
            "j1",
            new ReplayRequest(MONDAY, MONDAY, List.of("AAPL"), Source.BRONZE, Purpose.VERIFY, 1, 0),
            Instant.parse("2026-11-20T10:00:00.123Z"));

    @TempDir
    private Path temporary = Path.of("");

    private DataFolder data = new DataFolder(Path.of(""));

    @BeforeEach
    void data_is_in_a_folder_of_this_test() {
        data = new DataFolder(temporary);
    }

    @Test
    void a_job_goes_on_where_it_was_left() {
        JobState published =
                BEGUN.gathered(new JobDepth(5, 20, Map.of("1m", 22)), 100).published(Map.of(0, 60L, 1, 45L));
        try (JobFolder folder = JobFolder.begin(data, BEGUN)) {
            assertThat(folder.state()).isEqualTo(BEGUN);
            folder.write(published);
        }
        try (JobFolder folder = JobFolder.resume(data, "j1")) {
            assertThat(folder.state()).isEqualTo(published);
        }
    }

    @Test
    void one_process_at_a_time_works_on_a_job() {
        try (JobFolder folder = JobFolder.begin(data, BEGUN)) {
            assertThat(folder.root()).exists();
            assertThatThrownBy(() -> JobFolder.resume(data, "j1").close())
                    .isInstanceOf(ReplayFailure.class)
                    .hasMessageContaining("being worked on by another process");
        }
    }

    @Test
    void a_job_that_is_not_there_is_answered_with_those_that_are() {
        JobFolder.begin(data, BEGUN).close();

        assertThatThrownBy(() -> JobFolder.resume(data, "j2").close())
                .isInstanceOf(ReplayFailure.class)
                .hasMessageContaining("unfinished are [j1]");
    }

    @Test
    void the_rows_of_a_job_outlive_it_where_they_differ() throws IOException {
        try (JobFolder folder = JobFolder.begin(data, BEGUN)) {
            Path row = folder.replayed().resolve("bars/part-00000.parquet");
            Files.createDirectories(row.getParent());
            Files.writeString(row, "rows");
            Files.createDirectories(folder.streams());

            folder.delete(Kept.ROWS);
            assertThat(row).exists();
            assertThat(folder.streams()).doesNotExist();
            folder.delete(Kept.NOTHING);
            assertThat(folder.root()).doesNotExist();
        }
    }
}
