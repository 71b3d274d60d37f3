package dev.marketlake.spark;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A test of each table of the lake. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest
@ValueSource(
        strings = {
            "bronze.raw_quotes",
            "silver.bars",
            "silver.trades",
            "silver.rejected",
            "gold.indicators",
            "gold.alerts",
            "gold.daily_bars",
            "gold.performance",
            "gold.ledger"
        })
@interface EachTable {}
