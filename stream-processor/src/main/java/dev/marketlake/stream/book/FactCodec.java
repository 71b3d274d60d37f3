package dev.marketlake.stream.book;

import dev.marketlake.market.Source;
import dev.marketlake.stream.observation.CorporateActionContent;
import dev.marketlake.stream.observation.CorporateActionContent.Dividend;
import dev.marketlake.stream.observation.CorporateActionContent.Split;
import dev.marketlake.stream.observation.FundamentalsContent;
import dev.marketlake.stream.observation.Origin;
import dev.marketlake.stream.observation.Place;
import dev.marketlake.stream.observation.Prices;
import dev.marketlake.stream.observation.Reasons;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the books keep of companies and actions as bytes, and back.
 *
 * <pre>
 *   said:  version 1 | name sector currency marketCap pe eps | notes | origin      each optional: a flag, then the value
 *   claim: version 1 | source | to from, or amount 0 | first last | notes | origin
 *   place = observedAt | requestId | sequence;  origin = topic id | partition | offset
 * </pre>
 */
final class FactCodec {
    private static final int VERSION = 1;

    private FactCodec() {}

    /** Writes or reads a value; an exception of it is a bug. */
    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    private interface Reading<T> {
        T from(DataInputStream in) throws IOException;
    }

    static byte[] encode(SaidOfCompany said) {
        FundamentalsContent content = said.content();
        return written(out -> {
            optional(out, content.name());
            optional(out, content.sector());
            optional(out, content.currency());
            optional(out, content.marketCap());
            optional(out, unscaled(content.peRatio()));
            optional(out, unscaled(content.eps()));
            out.writeLong(said.notes().bits());
            origin(out, said.origin());
        });
    }

    static SaidOfCompany said(byte[] bytes) {
        return read(
                bytes,
                in -> new SaidOfCompany(
                        new FundamentalsContent(
                                text(in), text(in), text(in), number(in), scaled(number(in)), scaled(number(in))),
                        new Reasons(in.readLong()),
                        origin(in)));
    }

    static byte[] encode(ActionClaim claim) {
        return written(out -> {
            out.writeUTF(claim.source().name());
            switch (claim.content()) {
                case Split split -> {
                    out.writeLong(split.to());
                    out.writeLong(split.from());
                }
                case Dividend dividend -> {
                    out.writeLong(dividend.amount());
                    out.writeLong(0);
                }
            }
            place(out, claim.first());
            place(out, claim.last());
            out.writeLong(claim.notes().bits());
            origin(out, claim.origin());
        });
    }

    static ActionClaim claim(byte[] bytes) {
        return read(bytes, in -> {
            Source source = Source.valueOf(in.readUTF());
            long figure = in.readLong();
            long from = in.readLong();
            CorporateActionContent content = from == 0 ? new Dividend(figure) : new Split(figure, from);
            Place first = place(in);
            Place last = place(in);
            Reasons notes = new Reasons(in.readLong());
            return new ActionClaim(source, content, first, last, origin(in), notes);
        });
    }

    private static byte[] written(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static <T> T read(byte[] bytes, Reading<T> reading) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int version = in.readByte();
            if (version != VERSION) {
                throw new IllegalStateException("stored fact of version " + version + ": this program reads " + VERSION
                        + ". Start the version that wrote it, or reset the application");
            }
            return reading.from(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void optional(DataOutputStream out, @Nullable String text) throws IOException {
        out.writeBoolean(text != null);
        if (text != null) {
            out.writeUTF(text);
        }
    }

    private static void optional(DataOutputStream out, @Nullable Long number) throws IOException {
        out.writeBoolean(number != null);
        if (number != null) {
            out.writeLong(number);
        }
    }

    private static @Nullable String text(DataInputStream in) throws IOException {
        return in.readBoolean() ? in.readUTF() : null;
    }

    private static @Nullable Long number(DataInputStream in) throws IOException {
        return in.readBoolean() ? Long.valueOf(in.readLong()) : null;
    }

    private static @Nullable Long unscaled(@Nullable BigDecimal ratio) {
        return ratio == null ? null : Long.valueOf(ratio.unscaledValue().longValueExact());
    }

    private static @Nullable BigDecimal scaled(@Nullable Long unscaled) {
        return unscaled == null ? null : Prices.decimal(unscaled);
    }

    private static void place(DataOutputStream out, Place place) throws IOException {
        out.writeLong(place.observedAt());
        out.writeUTF(place.requestId());
        out.writeInt(place.sequence());
    }

    private static Place place(DataInputStream in) throws IOException {
        return new Place(in.readLong(), in.readUTF(), in.readInt());
    }

    private static void origin(DataOutputStream out, Origin origin) throws IOException {
        out.writeUTF(origin.topicId());
        out.writeInt(origin.partition());
        out.writeLong(origin.offset());
    }

    private static Origin origin(DataInputStream in) throws IOException {
        return new Origin(in.readUTF(), in.readInt(), in.readLong());
    }
}
