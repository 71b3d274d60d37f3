package dev.marketlake.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marketlake.contracts.Samples;
import dev.marketlake.events.Bar;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SubjectWriterTest {
    @ParameterizedTest
    @MethodSource("dev.marketlake.contracts.Samples#all")
    void a_compiled_writer_writes_the_very_bytes_of_avros_own(SpecificRecord record) throws IOException {
        assertThat(compiled(record).write(record)).isEqualTo(avros(record).write(record));
    }

    @Test
    void prices_of_every_length_are_written_as_avro_writes_them() throws IOException {
        Bar bar = Samples.bar();
        SubjectWriter<SpecificRecord> compiled = compiled(bar);
        SubjectWriter<SpecificRecord> avros = avros(bar);
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 10_000; i++) {
            long unscaled = random.nextLong(-999_999_999_999_999_999L, 999_999_999_999_999_999L) >> random.nextInt(60);
            bar.setClose(BigDecimal.valueOf(unscaled, 8));
            assertThat(compiled.write(bar)).as("%d", unscaled).isEqualTo(avros.write(bar));
        }
    }

    @Test
    void a_value_that_its_schema_does_not_allow_is_refused_by_the_name_of_its_field() {
        Bar bar = Samples.bar();
        bar.setSymbol(null);
        assertThatThrownBy(() -> compiled(bar).write(bar))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("symbol");
        Bar tooFine = Samples.bar();
        tooFine.setClose(new BigDecimal("0.123456789"));
        assertThatThrownBy(() -> compiled(tooFine).write(tooFine)).hasMessageContaining("close");
        Bar tooLarge = Samples.bar();
        tooLarge.setClose(new BigDecimal("12345678901.00000000"));
        assertThatThrownBy(() -> compiled(tooLarge).write(tooLarge)).hasMessageContaining("close");
    }

    private static SubjectWriter<SpecificRecord> compiled(SpecificRecord record) {
        return SubjectWriter.<SpecificRecord>compiled(7, record.getSchema()).orElseThrow();
    }

    private static SubjectWriter<SpecificRecord> avros(SpecificRecord record) {
        return SubjectWriter.through(7, new SpecificDatumWriter<>(record.getSchema()));
    }
}
