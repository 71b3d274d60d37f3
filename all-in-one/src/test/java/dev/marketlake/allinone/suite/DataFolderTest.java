package dev.marketlake.allinone.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    private static final RunFile RUN = new RunFile(
            4711,
            Instant.parse("2026-11-20T12:00:00Z"),
            "a synthetic market",
            "market-lake",
            "/config",
            Endpoints.on(Ports.standard()),
            "/data/store/credentials.json",
            Map.of(Component.BROKER, 4712L));

    @TempDir
    Path temporary = Path.of("");

    private DataFolder folder = new DataFolder(Path.of(""));

    @BeforeEach
    void open() {
        folder = new DataFolder(temporary);
    }

    @Test
    void a_second_suite_on_the_folder_is_refused_with_the_process_of_the_first() {
        try (var held = FolderLock.take(folder)) {
            RUN.write(folder);
            assertThatThrownBy(() -> FolderLock.take(folder))
                    .isInstanceOf(SuiteFailure.class)
                    .hasMessageContaining("in use by the suite of process 4711")
                    .hasMessageContaining("--data DIR");
        }
    }

    @Test
    void what_a_running_suite_wrote_down_is_found_again() {
        try (var held = FolderLock.take(folder)) {
            RUN.write(folder);
            assertThat(folder.running()).contains(RUN);
        }
    }

    @Test
    void a_run_file_left_behind_by_a_dead_suite_does_not_count() {
        FolderLock.take(folder).close();
        RUN.write(folder);
        assertThat(folder.running()).isEmpty();
    }

    @Test
    void the_store_keeps_its_credentials_and_only_the_owner_reads_them() throws IOException {
        var made = folder.credentials();
        assertThat(folder.credentials()).isEqualTo(made);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.credentialsFile())))
                .isEqualTo("rw-------");
    }
}
