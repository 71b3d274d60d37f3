package dev.marketlake.serde;

import dev.marketlake.ingest.Lender;

/** The shared language using a service. */
public record Climber(Lender lender) {}
