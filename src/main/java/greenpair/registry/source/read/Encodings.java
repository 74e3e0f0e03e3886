package greenpair.registry.source.read;

import module java.base;

import greenpair.message.Message;
import org.jspecify.annotations.Nullable;

/// Opens bytes as text. The encoding is that of the byte order mark, or the declared one, or UTF-8
/// when nearly all of the first 256 KiB are UTF-8, or GB18030 when they are that and nearly all of
/// what is not ASCII in them is usual Chinese, or windows-1252 when they read like a text of
/// Western Europe; otherwise it must be declared. Bytes that do not fit the encoding are an error,
/// never a replacement character.
final class Encodings {
  private static final int SAMPLE = 1 << 18;
  private static final double MOSTLY = 0.8;

  /// Usual characters: a third of the Chinese of the demonstration catalog (0.34 of 104,073).
  /// Japanese, Korean or Thai text that is taken for GB18030 has other ones.
  private static final String USUAL =
      "的一是不在人有这中大来上国个到为子和地出时年得就要下以生会自家学可后小多天能好日于起发成事"
          + "作开用主行方前所本经面公同三从动两长司限市省区县源电力科技环保工程集团股份新建设业水气热光"
          + "车城北京海广东江苏浙山州南西安高平河重德";

  private static final double OFTEN = 0.15;

  private static final int REPLACEMENT = 0xFFFD;

  /// What no text of Western Europe has: three letters with accents in a row, or a sign within or
  /// beside a word, as where Cyrillic or Polish letters are taken for those of windows-1252;
  /// letters of Iceland, which stand for those of Turkey; capitals within a word; a quotation that
  /// opens within a word, or never closes, as where Japanese is taken for it.
  private static final Pattern FOREIGN =
      Pattern.compile(
          "[ÐÝÞðýþ]|\\p{L}[\u00C0-\u00DE\u0160\u0178\u017D]\\p{Ll}|[\u00C0-\u00FF\u0152\u0153\u0160\u0161\u0178\u017D\u017E]{3}|\\p{L}[£¤¥¦§¨©¬¯±´µ¶¸¹¼½¾]|[¤¦¨¬¯´¶¸¹¼½¾]\\p{L}|£\\p{Ll}"
              + "|[\\p{L}\\p{N}][‹„‚ƒˆ˜†‡]|\\A[^“”„]*+“[^”„]*+\\z");

  /// A byte order mark.
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Mark(Charset charset, int... bytes) {}

  /// That of UTF-32 begins like that of UTF-16.
  private static final List<Mark> MARKS =
      List.of(
          new Mark(StandardCharsets.UTF_8, 0xEF, 0xBB, 0xBF),
          new Mark(StandardCharsets.UTF_32LE, 0xFF, 0xFE, 0, 0),
          new Mark(StandardCharsets.UTF_32BE, 0, 0, 0xFE, 0xFF),
          new Mark(StandardCharsets.UTF_16LE, 0xFF, 0xFE),
          new Mark(StandardCharsets.UTF_16BE, 0xFE, 0xFF));

  /// ISO-2022 and HZ, which hide Chinese and Japanese in ASCII.
  private static final Pattern SHIFTED = Pattern.compile("\\x1b[$(]|~[{](?:[!-w][!-~])+~[}]");

  private Encodings() {}

  /// What is wrong with a file whose bytes do not fit, and the next step.
  static Message wrong(String place) {
    return Message.of("file.bytes", "file", place);
  }

  /// @throws SourceException if the file holds NUL bytes or the declared charset does not exist
  static Reader open(InputStream stream, String file, @Nullable String declared)
      throws IOException {
    BufferedInputStream in = new BufferedInputStream(stream, SAMPLE + 1);
    in.mark(SAMPLE);
    byte[] sample = in.readNBytes(SAMPLE);
    in.reset();
    Optional<Mark> mark = MARKS.stream().filter(each -> starts(sample, each.bytes())).findFirst();
    Charset stated = declared == null ? null : declared(declared, file);
    Charset known = mark.map(Mark::charset).orElse(stated);
    if (known == null || !known.name().matches("UTF-(16|32).*")) {
      checkNoNul(sample, file);
    }
    Charset charset = known == null ? detect(sample, file) : known;
    in.skipNBytes(mark.map(each -> each.bytes().length).orElse(0));
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
      throw new SourceException(Message.of("file.no_encoding", "file", file, "encoding", name), e);
    }
  }

  private static void checkNoNul(byte[] sample, String file) {
    if (starts(sample, 0x1F, 0x8B) || starts(sample, 'P', 'K', 3, 4)) {
      throw new SourceException(Message.of("file.packed", "file", file));
    }
    for (int at = 0; at < sample.length; at++) {
      if (sample[at] == 0) {
        throw new SourceException(
            Message.of("file.nul", "file", file, "at", at + 1, "encoding", wide(sample)));
      }
    }
  }

  /// The encoding of two or four bytes a character whose zeros stand where those of the text do.
  private static String wide(byte[] sample) {
    int[] zeros = new int[4];
    for (int at = 0; at < sample.length; at++) {
      zeros[at % 4] += sample[at] == 0 ? 1 : 0;
    }
    int most = sample.length / 8;
    if (zeros[0] > most && zeros[1] > most) {
      return "UTF-32BE";
    }
    if (zeros[2] > most && zeros[3] > most) {
      return "UTF-32LE";
    }
    return zeros[1] + zeros[3] > zeros[0] + zeros[2] ? "UTF-16LE" : "UTF-16BE";
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

  private static Charset detect(byte[] sample, String file) {
    String plain = decode(sample, StandardCharsets.UTF_8);
    if (plain != null && SHIFTED.matcher(plain).find()) {
      throw new SourceException(Message.of("file.hidden_encoding", "file", file));
    }
    if (plain != null || isUtf8(new String(sample, StandardCharsets.UTF_8))) {
      return StandardCharsets.UTF_8;
    }
    Charset chinese = Charset.forName("GB18030");
    String text = decode(sample, chinese);
    if (text != null && isChinese(text)) {
      return chinese;
    }
    Charset western = Charset.forName("windows-1252");
    String latin = decode(sample, western);
    if (latin != null && !FOREIGN.matcher(latin).find()) {
      return western;
    }
    throw new SourceException(Message.of("file.unknown_encoding", "file", file));
  }

  /// Whether the bytes that are no UTF-8 are few: they are damage then, not another encoding.
  private static boolean isUtf8(String text) {
    long foreign = text.codePoints().filter(point -> point > 0x7F).count();
    long wrong = text.codePoints().filter(point -> point == REPLACEMENT).count();
    return wrong <= foreign * (1 - MOSTLY) / 2;
  }

  private static boolean isChinese(String text) {
    CharsetEncoder usual = Charset.forName("GB2312").newEncoder();
    long foreign = text.chars().filter(point -> point > 0x7F).count();
    long chinese =
        text.chars()
            .filter(point -> point >= 0x3000 && point <= 0xFFEF && usual.canEncode((char) point))
            .count();
    long han = text.chars().filter(Character::isIdeographic).count();
    long often = text.chars().filter(point -> USUAL.indexOf(point) >= 0).count();
    return chinese >= foreign * MOSTLY && often >= han * OFTEN;
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
