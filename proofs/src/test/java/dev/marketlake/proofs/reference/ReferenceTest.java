package dev.marketlake.proofs.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.allinone.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages of docs/reference that are written from the code are what the code says now. With the property below it writes them. */
class ReferenceTest {
    private static final String PROPERTY = "marketlake.reference";
    private static final String REMEDY = "./mvnw -pl proofs -am test -Dtest=ReferenceTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -D" + PROPERTY + "=write";

    private static final Path ROOT = Home.find().root();

    record Page(String file, String text) {
        @Override
        public String toString() {
            return file;
        }
    }

    static Stream<Page> pages() throws IOException {
        var config = ROOT.resolve("config");
        return Stream.of(
                new Page("topics.md", TopicsPage.of(config)),
                new Page("tables.md", TablesPage.of(config)),
                new Page("reasons.md", ReasonsPage.text()),
                new Page("readings.md", ReadingsPage.text()),
                new Page("settings.md", SettingsPage.of(ROOT)),
                new Page("commands.md", CommandsPage.text()));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void the_reference_says_what_the_code_does(Page page) throws IOException {
        var file = ROOT.resolve("docs/reference").resolve(page.file());
        if ("write".equals(System.getProperty(PROPERTY))) {
            Files.writeString(file, page.text());
        }
        assertThat(Files.exists(file) ? Files.readString(file) : "")
                .as("docs/reference/%s is stale. Write it anew with%n  %s%nand commit it", page.file(), REMEDY)
                .isEqualTo(page.text());
    }
}
