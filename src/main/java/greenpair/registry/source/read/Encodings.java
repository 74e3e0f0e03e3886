package greenpair.registry.source.read;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Opens bytes as text. The encoding is the declared one, or that of the byte order mark, or UTF-8
/// when the first 256 KiB are UTF-8, or GB18030 when they are that and nearly all of what is not
/// ASCII in them is Chinese, or else windows-1252. Bytes that do not fit the encoding are an error,
/// never a replacement character.
final class Encodings {
  /// What is wrong with a file whose bytes do not fit, and the next step.
  static final String WRONG =
      "is not in the declared or detected encoding; write format.encoding, or fix the bytes";

  private static final int SAMPLE = 1 << 18;
  private static final double MOSTLY = 0.8;

  private Encodings() {}

  /// @throws SourceException if the file holds NUL bytes or the declared charset does not exist
  static Reader open(InputStream stream, String file, @Nullable String declared)
      throws IOException {
    BufferedInputStream in = new BufferedInputStream(stream, SAMPLE + 1);
    in.mark(SAMPLE);
    byte[] sample = in.readNBytes(SAMPLE);
    in.reset();
    int mark = markLength(sample);
    Charset charset = declared == null ? detect(sample) : declared(declared, file);
    if (mark > 0) {
      charset = charsetOfMark(sample);
      in.skipNBytes(mark);
    }
    checkNoNul(sample, charset, file);
    CharsetDecoder strict =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    return new InputStreamReader(in, strict);
  }

  private static Charset declared(String name, String file) {
    try {
      return Charset.forName(name);
    } catch (IllegalArgumentException e) {
      throw new SourceException(
          file + ": encoding \"" + name + "\" does not exist; write UTF-8, GB18030, windows-1252",
          e);
    }
  }

  private static void checkNoNul(byte[] sample, Charset charset, String file) {
    if (charset.name().startsWith("UTF-16")) {
      return;
    }
    for (int at = 0; at < sample.length; at++) {
      if (sample[at] == 0) {
        throw new SourceException(
            ("%s holds a NUL byte at byte %s, so it is not text; declare encoding UTF-16LE if it is"
                    + " that, or export it again")
                .formatted(file, at + 1));
      }
    }
  }

  private static int markLength(byte[] sample) {
    if (starts(sample, 0xEF, 0xBB, 0xBF)) {
      return 3;
    }
    return starts(sample, 0xFF, 0xFE) || starts(sample, 0xFE, 0xFF) ? 2 : 0;
  }

  private static Charset charsetOfMark(byte[] sample) {
    if (starts(sample, 0xFF, 0xFE)) {
      return StandardCharsets.UTF_16LE;
    }
    return starts(sample, 0xFE, 0xFF) ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
  }

  private static boolean starts(byte[] sample, int... mark) {
    if (sample.length < mark.length) {
      return false;
    }
    for (int at = 0; at < mark.length; at++) {
      if ((sample[at] & 0xFF) != mark[at]) {
        return false;
      }
    }
    return true;
  }

  private static Charset detect(byte[] sample) {
    if (decode(sample, StandardCharsets.UTF_8) != null) {
      return StandardCharsets.UTF_8;
    }
    Charset chinese = Charset.forName("GB18030");
    String text = decode(sample, chinese);
    return text != null && isChinese(text) ? chinese : Charset.forName("windows-1252");
  }

  private static boolean isChinese(String text) {
    long foreign = text.codePoints().filter(point -> point > 0x7F).count();
    long chinese =
        text.codePoints()
            .filter(
                point ->
                    (point >= 0x4E00 && point <= 0x9FA5)
                        || (point >= 0x3000 && point <= 0x301F)
                        || (point >= 0xFF00 && point <= 0xFFEF))
            .count();
    return chinese >= foreign * MOSTLY;
  }

  /// The text, or null if the bytes do not fit; a character that the sample cuts is no fault.
  private static @Nullable String decode(byte[] sample, Charset charset) {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer out = CharBuffer.allocate(sample.length + 1);
    CoderResult result = decoder.decode(ByteBuffer.wrap(sample), out, sample.length < SAMPLE);
    return result.isError() ? null : out.flip().toString();
  }
}
