package dev.marketlake.lake.write;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** Zstandard for Parquet pages without Hadoop's codec classes. One per file written or read; not safe for several threads. */
final class ZstdCodec implements CompressionCodecFactory {
    private static final int LEVEL = 3;

    private final ZstdCompressCtx context = new ZstdCompressCtx();
    private byte[] scratch = new byte[0];

    ZstdCodec() {
        context.setLevel(LEVEL);
    }

    /** Loads the native library now rather than with the first file. Empty where it works, else what is wrong and the remedy. */
    static Optional<String> prove() {
        try {
            new ZstdCodec().release();
            return Optional.empty();
        } catch (LinkageError e) {
            String folder = System.getProperty("ZstdTempFolder", System.getProperty("java.io.tmpdir"));
            return Optional.of("the Zstandard library cannot be loaded from " + folder
                    + "; mount it writable and without noexec, or set -DZstdTempFolder to a folder that is: "
                    + e.getMessage());
        }
    }

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
        return codec == CompressionCodecName.UNCOMPRESSED ? new Plain() : new Compressing(known(codec));
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
        return codec == CompressionCodecName.UNCOMPRESSED ? new Plain() : new Decompressing(known(codec));
    }

    private static CompressionCodecName known(CompressionCodecName codec) {
        if (codec != CompressionCodecName.ZSTD) {
            throw new IllegalArgumentException("files of the lake are compressed with ZSTD, not " + codec);
        }
        return codec;
    }

    @Override
    public void release() {
        context.close();
    }

    private final class Compressing implements BytesInputCompressor {
        private final CompressionCodecName codec;

        Compressing(CompressionCodecName codec) {
            this.codec = codec;
        }

        @Override
        public BytesInput compress(BytesInput bytes) throws IOException {
            byte[] plain = bytes.toByteArray();
            int bound = Math.toIntExact(Zstd.compressBound(plain.length));
            if (scratch.length < bound) {
                scratch = new byte[bound];
            }
            int length = context.compressByteArray(scratch, 0, scratch.length, plain, 0, plain.length);
            return BytesInput.from(Arrays.copyOf(scratch, length));
        }

        @Override
        public CompressionCodecName getCodecName() {
            return codec;
        }

        @Override
        public void release() {}
    }

    private record Decompressing(CompressionCodecName codec) implements BytesInputDecompressor {
        @Override
        public BytesInput decompress(BytesInput bytes, int size) throws IOException {
            return BytesInput.from(Zstd.decompress(bytes.toByteArray(), size));
        }

        @Override
        public void decompress(ByteBuffer in, int inLength, ByteBuffer out, int outLength) {
            byte[] compressed = new byte[inLength];
            in.get(compressed);
            out.put(Zstd.decompress(compressed, outLength));
        }

        @Override
        public void release() {}
    }

    private record Plain() implements BytesInputCompressor, BytesInputDecompressor {
        @Override
        public BytesInput compress(BytesInput bytes) {
            return bytes;
        }

        @Override
        public BytesInput decompress(BytesInput bytes, int size) {
            return bytes;
        }

        @Override
        public void decompress(ByteBuffer in, int inLength, ByteBuffer out, int outLength) {
            byte[] bytes = new byte[inLength];
            in.get(bytes);
            out.put(bytes);
        }

        @Override
        public CompressionCodecName getCodecName() {
            return CompressionCodecName.UNCOMPRESSED;
        }

        @Override
        public void release() {}
    }
}
