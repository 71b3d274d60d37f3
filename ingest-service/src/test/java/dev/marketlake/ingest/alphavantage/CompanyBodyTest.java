package dev.marketlake.ingest.alphavantage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marketlake.ingest.fetch.Fetch;
import dev.marketlake.ingest.fetch.Reading;
import dev.marketlake.ingest.fetch.Secret;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompanyBodyTest {
    private final CompanyBody company = new CompanyBody(new Secret("k3y"));
    private final DailyBody days = new DailyBody(new Secret("k3y"));

    @Test
    void an_unknown_symbol_is_answered_with_nothing_at_all() {
        assertThat(failure(company.globalQuote("{\"Global Quote\": {}}", "XXXX")))
                .isInstanceOf(Fetch.UnknownSymbol.class);
        assertThat(failure(company.overview("{}", "XXXX"))).isInstanceOf(Fetch.UnknownSymbol.class);
    }

    @Test
    void an_answer_about_another_symbol_is_broken() {
        assertThat(failure(company.overview("{\"Symbol\":\"IBM\"}", "AAPL"))).isInstanceOf(Fetch.Broken.class);
    }

    @Test
    void splits_and_dividends_are_cut_verbatim_oldest_first() {
        String splits = """
                {"symbol":"IBM","data":[{"effective_date":"2021-11-04","split_factor":"1.0460"},
                {"effective_date":"1999-05-27","split_factor":"2.0000"}]}""";
        assertThat(rows(company.splits(splits, "IBM")))
                .containsExactly(
                        "{\"symbol\":\"IBM\",\"split\":{\"effective_date\":\"1999-05-27\",\"split_factor\":\"2.0000\"}}",
                        "{\"symbol\":\"IBM\",\"split\":{\"effective_date\":\"2021-11-04\",\"split_factor\":\"1.0460\"}}");
        assertThat(rows(company.dividends("{\"symbol\":\"IBM\",\"data\":[]}", "IBM")))
                .isEmpty();
    }

    @Test
    void a_day_with_a_split_and_a_dividend_gives_one_bar_and_two_actions() {
        String body = """
                {"Meta Data":{"2. Symbol":"IBM","5. Time Zone":"US/Eastern"},"Time Series (Daily)":{
                "2021-11-05":{"7. dividend amount":"0.0000","8. split coefficient":"1.0"},
                "2021-11-04":{"7. dividend amount":"1.6400","8. split coefficient":"1.0460"}}}""";
        assertThat(rows(days.bars(body, "IBM")))
                .extracting(row -> row.replaceAll(".*\"date\":\"([^\"]*)\".*", "$1"))
                .containsExactly("2021-11-04", "2021-11-05");
        assertThat(rows(days.actions(body, "IBM")))
                .extracting(row -> row.replaceAll(".*\"kind\":\"([^\"]*)\".*", "$1"))
                .containsExactly("SPLIT", "DIVIDEND");
    }

    @Test
    void a_notice_beside_rows_means_that_there_are_no_rows() {
        String body = "{\"Information\":\"our standard API rate limit is 25 requests per day\",\"Symbol\":\"IBM\"}";
        assertThat(failure(company.overview(body, "IBM")))
                .isInstanceOfSatisfying(
                        Fetch.Throttled.class,
                        throttled -> assertThat(throttled.limit()).isEqualTo(Fetch.Limit.DAY));
    }

    private static List<String> rows(Reading reading) {
        return ((Reading.Rows) reading).payloads();
    }

    private static Fetch.Failure failure(Reading reading) {
        return ((Reading.Refused) reading).failure();
    }
}
