package dev.marketlake.stream.observation;

/** What reading one raw record came to. */
public sealed interface Parsed permits Observation, Refused {}
