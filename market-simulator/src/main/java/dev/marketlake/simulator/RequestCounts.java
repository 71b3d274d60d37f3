package dev.marketlake.simulator;

import dev.marketlake.simulator.faults.FaultKind;
import java.util.Map;

/**
 * What became of the requests to one provider since the exchange started.
 *
 * @param served all that were answered, with whatever answer
 * @param overLimit those of them that broke the provider's limit
 * @param faults those that met a fault, by kind; CORRECTED counts answers that held a bar not yet corrected
 */
public record RequestCounts(long served, long overLimit, Map<FaultKind, Long> faults) {}
