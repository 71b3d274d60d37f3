package dev.marketlake.allinone.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DuckTypeTest {
    @Test
    void plain_types_have_a_word_each() {
        assertThat(DuckType.of("string")).isEqualTo("VARCHAR");
        assertThat(DuckType.of("long")).isEqualTo("BIGINT");
        assertThat(DuckType.of("timestamp")).isEqualTo("TIMESTAMPTZ");
        assertThat(DuckType.of("decimal(18,8)")).isEqualTo("DECIMAL(18,8)");
        assertThat(DuckType.of("Decimal(18, 8)")).isEqualTo("DECIMAL(18, 8)");
    }

    @Test
    void lists_and_maps_keep_what_is_in_them() {
        assertThat(DuckType.of("array[string]")).isEqualTo("VARCHAR[]");
        assertThat(DuckType.of("map[string, array[double]]")).isEqualTo("MAP(VARCHAR, DOUBLE[])");
    }

    @Test
    void a_list_of_records_keeps_the_names_of_their_fields() {
        assertThat(
                        DuckType.of(
                                "array[struct(StructField(name=topic_id,type=string,nullable=true,metadata={},typeChanges=[]),"
                                        + " StructField(name=price,type=decimal(18,8),nullable=true,metadata={},typeChanges=[]))]"))
                .isEqualTo("STRUCT(\"topic_id\" VARCHAR, \"price\" DECIMAL(18,8))[]");
    }

    @Test
    void an_unknown_type_is_refused_by_name() {
        assertThatThrownBy(() -> DuckType.of("variant")).hasMessageContaining("variant");
    }
}
