package dev.marketlake.stream;

import dev.marketlake.ingest.Lender;

/** A service that uses another. */
public record Borrower(Lender lender) {}
