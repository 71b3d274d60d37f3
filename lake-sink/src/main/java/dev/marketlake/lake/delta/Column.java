package dev.marketlake.lake.delta;

import org.apache.avro.Schema;

/**
 * A column of a table. Every column is nullable.
 *
 * @param name snake_case
 * @param type Avro type of its values, without null; decimals are {@code fixed(8)}, nested records have snake_case fields
 * @param doc unit and meaning, shown by readers as the column's comment
 */
public record Column(String name, Schema type, String doc) {
    public Column {
        if (type.isUnion()) {
            throw new IllegalArgumentException("column " + name + " is given as a union: name the type without null");
        }
    }
}
