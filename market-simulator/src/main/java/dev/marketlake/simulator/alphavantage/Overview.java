package dev.marketlake.simulator.alphavantage;

import dev.marketlake.market.Symbol;
import dev.marketlake.simulator.market.DayBar;
import dev.marketlake.simulator.market.MarketView;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** OVERVIEW: prices and ratios follow the market that is served; company facts are invented from the symbol. All values are strings. */
final class Overview {
    private static final int YEAR = 252;

    private final Symbol symbol;
    private final Company company;
    private final List<DayBar> days;
    private final LocalDate date;

    private Overview(Symbol symbol, MarketView view) {
        this.symbol = symbol;
        this.days = view.days(symbol, YEAR);
        this.date = view.market().calendar().localDate(view.now());
        this.company = Company.of(symbol, firstClose(symbol, view));
    }

    /** The oldest close there is: a reference that stays put while prices move. */
    private static BigDecimal firstClose(Symbol symbol, MarketView view) {
        LocalDate first = view.firstDate();
        return first.datesUntil(first.plusMonths(1))
                .map(day -> view.market().day(symbol, day))
                .flatMap(Optional::stream)
                .map(DayBar::close)
                .findFirst()
                .orElse(BigDecimal.ONE);
    }

    static Map<String, String> body(Symbol symbol, MarketView view) {
        Overview overview = new Overview(symbol, view);
        return overview.days.isEmpty() ? Map.of() : overview.fields();
    }

    private Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        describe(fields);
        account(fields);
        rate(fields);
        price(fields);
        return fields;
    }

    private void describe(Map<String, String> fields) {
        LocalDate quarterStart = date.withDayOfMonth(1).with(date.getMonth().firstMonthOfQuarter());
        fields.put("Symbol", symbol.value());
        fields.put("AssetType", "Common Stock");
        fields.put("Name", symbol + " Incorporated");
        fields.put("Description", symbol + " is an invented company of the Marketlake market simulator.");
        fields.put("CIK", company.cik());
        fields.put("Exchange", "NYSE");
        fields.put("Currency", "USD");
        fields.put("Country", "USA");
        fields.put("Sector", "TECHNOLOGY");
        fields.put("Industry", "INFORMATION TECHNOLOGY SERVICES");
        fields.put("Address", "None");
        fields.put("OfficialSite", "None");
        fields.put("FiscalYearEnd", "December");
        fields.put("LatestQuarter", quarterStart.minusDays(1).toString());
    }

    private void account(Map<String, String> fields) {
        fields.put("MarketCapitalization", whole(close().multiply(company.shares())));
        fields.put("EBITDA", whole(company.revenue().multiply(new BigDecimal("0.24"))));
        fields.put("PERatio", ratio(close(), company.earningsPerShare()));
        fields.put("PEGRatio", "None");
        fields.put("BookValue", plain(company.bookValue()));
        fields.put("DividendPerShare", plain(company.dividend()));
        fields.put("DividendYield", plain(company.dividend().divide(close(), 4, RoundingMode.HALF_UP)));
        fields.put("EPS", plain(company.earningsPerShare()));
        fields.put("RevenuePerShareTTM", ratio(company.revenue(), company.shares()));
        fields.put("ProfitMargin", plain(company.profitMargin()));
        fields.put("OperatingMarginTTM", plain(company.profitMargin()));
        fields.put("ReturnOnAssetsTTM", "0.0537");
        fields.put("ReturnOnEquityTTM", "0.358");
        fields.put("RevenueTTM", whole(company.revenue()));
        fields.put("GrossProfitTTM", whole(company.revenue().multiply(new BigDecimal("0.58"))));
        fields.put("DilutedEPSTTM", plain(company.earningsPerShare()));
        fields.put("QuarterlyEarningsGrowthYOY", "0.142");
        fields.put("QuarterlyRevenueGrowthYOY", "0.095");
    }

    private void rate(Map<String, String> fields) {
        fields.put("AnalystTargetPrice", plain(close().multiply(new BigDecimal("1.1"))));
        fields.put("AnalystRatingStrongBuy", "1");
        fields.put("AnalystRatingBuy", "10");
        fields.put("AnalystRatingHold", "9");
        fields.put("AnalystRatingSell", "0");
        fields.put("AnalystRatingStrongSell", "1");
        fields.put("TrailingPE", ratio(close(), company.earningsPerShare()));
        fields.put("ForwardPE", "-");
        fields.put("PriceToSalesRatioTTM", ratio(close().multiply(company.shares()), company.revenue()));
        fields.put("PriceToBookRatio", ratio(close(), company.bookValue()));
        fields.put("EVToRevenue", "None");
        fields.put("EVToEBITDA", "None");
        fields.put("Beta", "1.0");
    }

    private void price(Map<String, String> fields) {
        fields.put(
                "52WeekHigh",
                plain(days.stream().map(DayBar::high).reduce(BigDecimal::max).orElseThrow()));
        fields.put(
                "52WeekLow",
                plain(days.stream().map(DayBar::low).reduce(BigDecimal::min).orElseThrow()));
        fields.put("50DayMovingAverage", plain(averageClose(50)));
        fields.put("200DayMovingAverage", plain(averageClose(200)));
        fields.put("SharesOutstanding", whole(company.shares()));
        fields.put("SharesFloat", whole(company.shares()));
        fields.put("PercentInsiders", "0.117");
        fields.put("PercentInstitutions", "65.315");
        fields.put("DividendDate", "None");
        fields.put("ExDividendDate", "None");
    }

    private BigDecimal averageClose(int count) {
        List<DayBar> last = days.subList(0, Math.min(count, days.size()));
        return last.stream()
                .map(DayBar::close)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(last.size()), MathContext.DECIMAL64);
    }

    private BigDecimal close() {
        return days.getFirst().close();
    }

    private static String ratio(BigDecimal part, BigDecimal whole) {
        return plain(part.divide(whole, 3, RoundingMode.HALF_UP));
    }

    private static String whole(BigDecimal value) {
        return value.setScale(0, RoundingMode.HALF_UP).toPlainString();
    }

    /** At most four decimals, no trailing zeros: {@code 320.7}. */
    private static String plain(BigDecimal value) {
        BigDecimal rounded = value.setScale(4, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.toPlainString();
    }
}
