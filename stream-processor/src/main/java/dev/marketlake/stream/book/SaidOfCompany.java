package dev.marketlake.stream.book;

import dev.marketlake.stream.observation.FundamentalsContent;
import dev.marketlake.stream.observation.Origin;
import dev.marketlake.stream.observation.Reasons;

/**
 * What was said of a company at one place.
 *
 * @param origin raw record that said it
 */
record SaidOfCompany(FundamentalsContent content, Reasons notes, Origin origin) {}
