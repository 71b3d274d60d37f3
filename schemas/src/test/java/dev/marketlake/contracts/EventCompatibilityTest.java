package dev.marketlake.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaNormalization;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Records written with any released form of a contract stay readable. The folder {@code golden} holds the canonical form of each, as
 * {@code Bar.1.avsc}; a changed contract adds {@code Bar.2.avsc} and deletes none.
 */
class EventCompatibilityTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    @TestFactory
    Stream<DynamicTest> every_released_form_is_still_readable() {
        return EventContractsTest.schemas()
                .flatMap(schema -> released(schema).stream()
                        .map(file -> dynamicTest(
                                file.getFileName().toString(),
                                () -> assertThat(SchemaCompatibility.checkReaderWriterCompatibility(
                                                        schema, new Schema.Parser().parse(Files.readString(file)))
                                                .getResult())
                                        .returns(
                                                SchemaCompatibilityType.COMPATIBLE,
                                                result -> result.getCompatibility()))));
    }

    @TestFactory
    Stream<DynamicTest> the_newest_released_form_is_the_contract() {
        return EventContractsTest.schemas()
                .map(schema -> dynamicTest(
                        schema.getName(),
                        () -> assertThat(Files.readString(released(schema).getLast())
                                        .strip())
                                .as("a changed contract needs a further file in " + GOLDEN)
                                .isEqualTo(SchemaNormalization.toParsingForm(schema))));
    }

    /** The files of one contract, oldest first. */
    private static List<Path> released(Schema schema) {
        Path first = GOLDEN.resolve(schema.getName() + ".1.avsc");
        assertThat(first).exists();
        return Stream.iterate(1, number -> number + 1)
                .map(number -> GOLDEN.resolve(schema.getName() + "." + number + ".avsc"))
                .takeWhile(Files::exists)
                .toList();
    }
}
