package dev.marketlake.ingest.alphavantage;

import dev.marketlake.ingest.fetch.BodyReading;
import dev.marketlake.ingest.fetch.Fetch;
import dev.marketlake.ingest.fetch.JsonValue;
import dev.marketlake.ingest.fetch.JsonValue.Member;
import dev.marketlake.ingest.fetch.Reading;
import dev.marketlake.ingest.fetch.Secret;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What every body of Alpha Vantage must pass first: a notice anywhere in it means that there is no data, whatever rows stand beside it,
 * and an empty object that the symbol is not known.
 */
final class AnsweredObject {
    private static final Set<String> NOTICES = Set.of("Note", "Information", "Error Message", "message");

    private AnsweredObject() {}

    static Reading read(Secret key, String body, String spelling, Function<JsonValue, Reading> reader) {
        return BodyReading.read(key, body, whole -> {
            List<Member> members = whole.list();
            if (members.isEmpty()) {
                return unknown(spelling);
            }
            Optional<Notice> notice = members.stream()
                    .filter(member -> NOTICES.contains(member.name()))
                    .map(member -> new Notice(member.name(), member.value().text()))
                    .findFirst();
            return notice.map(said -> BodyReading.refused(said.meaning(key))).orElseGet(() -> reader.apply(whole));
        });
    }

    static Reading unknown(String spelling) {
        return BodyReading.refused(new Fetch.UnknownSymbol("an empty object for " + spelling));
    }
}
