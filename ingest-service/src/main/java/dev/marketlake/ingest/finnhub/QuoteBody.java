package dev.marketlake.ingest.finnhub;

import dev.marketlake.ingest.fetch.Fetch;
import dev.marketlake.ingest.fetch.JsonSlice;
import dev.marketlake.ingest.fetch.Reading;
import dev.marketlake.ingest.fetch.Secret;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads the body of /quote. Pure.
 *
 * <p>How this could lose or invent data, and what is done about it:
 * <ul>
 *   <li>an unknown symbol answers zeros with HTTP 200: stored, it would be a crash to nothing; it is UnknownSymbol. The same zeros come now
 *       and then for good symbols, so the symbol stays in the rounds;
 *   <li>some numbers zero or missing beside a price (seen): kept as it stands, the stream decides;
 *   <li>a cut-off body: Broken.
 * </ul>
 */
final class QuoteBody {
    private static final Pattern ZERO = Pattern.compile("-?0(\\.0*)?([eE][+-]?\\d+)?|null");
    private static final Set<String> NUMBERS = Set.of("c", "h", "l", "o", "pc", "t");

    private final Secret key;

    QuoteBody(Secret key) {
        this.key = key;
    }

    /** @param spelling the provider's spelling of the symbol that was asked for; the body does not name it */
    Reading read(String body, String spelling) {
        Map<String, String> members = new HashMap<>();
        String quote;
        try (JsonParser parser = JsonSlice.parser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return refused(new Fetch.Broken("not a JSON object: " + key.quote(body)));
            }
            quote = JsonSlice.verbatim(body, parser);
            if (parser.nextToken() != null) {
                return refused(new Fetch.Broken("text after the end of the object"));
            }
        } catch (JacksonException e) {
            return refused(new Fetch.Broken("not whole JSON: " + key.quote(e.getOriginalMessage())));
        }
        members(quote, members);
        return judge(quote, members, spelling);
    }

    private static void members(String quote, Map<String, String> members) {
        try (JsonParser parser = JsonSlice.parser(quote)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                members.put(name, JsonSlice.verbatim(quote, parser));
            }
        }
    }

    private Reading judge(String quote, Map<String, String> members, String spelling) {
        String error = members.get("error");
        if (error != null) {
            return refused(Complaint.meaning(error, key));
        }
        String price = members.get("c");
        if (price == null || price.startsWith("[")) {
            return refused(new Fetch.Broken("no quote: " + key.quote(quote)));
        }
        if (NUMBERS.stream().allMatch(name -> isZero(members.getOrDefault(name, "0")))) {
            return refused(new Fetch.UnknownSymbol("only zeros for " + spelling));
        }
        return new Reading.Rows(List.of(new QuotePayload(spelling, quote).json()));
    }

    private static boolean isZero(String number) {
        return ZERO.matcher(number).matches();
    }

    private static Reading refused(Fetch.Failure failure) {
        return new Reading.Refused(failure);
    }
}
