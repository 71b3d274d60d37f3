package dev.marketlake.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.marketlake.events.RawPosition;
import dev.marketlake.topics.Topics;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What the blueprint asks of every contract, checked on the generated schemas. */
class EventContractsTest {
    private static final Set<String> ORIGINAL_BYTES = Set.of("key", "value");

    static Stream<Schema> schemas() {
        return Stream.concat(
                Topics.all().stream().map(topic -> SpecificData.get().getSchema(topic.type())),
                Stream.of(RawPosition.getClassSchema()));
    }

    @TestFactory
    Stream<DynamicTest> every_field_says_what_it_means() {
        return eachField((record, field) ->
                assertThat(field.doc()).as(record + "." + field.name()).isNotBlank());
    }

    @TestFactory
    Stream<DynamicTest> every_contract_says_what_it_is() {
        return schemas()
                .map(schema -> dynamicTest(
                        schema.getName(), () -> assertThat(schema.getDoc()).isNotBlank()));
    }

    @TestFactory
    Stream<DynamicTest> prices_are_decimals_of_18_digits_8_behind_the_point() {
        return eachField((record, field) -> {
            Schema type = withoutNull(field.schema());
            if (type.getType() == Schema.Type.BYTES && !ORIGINAL_BYTES.contains(field.name())) {
                assertThat(type.getLogicalType()).isEqualTo(LogicalTypes.decimal(18, 8));
            }
            // A reading is computed and a double: the vwap of Indicators is one, that of Bar is the provider's.
            boolean reading = record.equals("Indicators") && field.name().equals("vwap");
            if (!reading
                    && Set.of("open", "high", "low", "close", "vwap", "price").contains(field.name())) {
                assertThat(type.getLogicalType()).isEqualTo(LogicalTypes.decimal(18, 8));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> times_are_utc_microseconds_and_dates_are_days() {
        return eachField((record, field) -> {
            Schema type = withoutNull(field.schema());
            if (field.name().matches(".*(At|Time|Timestamp)|hour")) {
                assertThat(type.getLogicalType()).isEqualTo(LogicalTypes.timestampMicros());
                assertThat(field.doc()).contains("UTC").contains("microseconds");
            }
            if (field.name().endsWith("Date")) {
                assertThat(type.getLogicalType()).isEqualTo(LogicalTypes.date());
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> a_null_is_explained_and_stands_first_with_null_as_default() {
        return eachField((record, field) -> {
            if (field.schema().isUnion()) {
                assertThat(field.schema().getTypes().getFirst().getType()).isEqualTo(Schema.Type.NULL);
                assertThat(field.hasDefaultValue()).isTrue();
                assertThat(field.doc()).containsAnyOf("null ", "where it could be read");
            }
        });
    }

    private interface FieldCheck {
        void check(String record, Schema.Field field);
    }

    private static Stream<DynamicTest> eachField(FieldCheck check) {
        return schemas()
                .flatMap(schema -> schema.getFields().stream()
                        .map(field -> dynamicTest(
                                schema.getName() + "." + field.name(), () -> check.check(schema.getName(), field))));
    }

    private static Schema withoutNull(Schema schema) {
        return schema.isUnion() ? schema.getTypes().getLast() : schema;
    }
}
