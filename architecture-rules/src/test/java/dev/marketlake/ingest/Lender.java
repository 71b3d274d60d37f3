package dev.marketlake.ingest;

/** What it uses. */
public interface Lender {}
