package greenpair.web.http;

import module java.base;

import greenpair.catalog.Language;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/// An answer as JSON or as a page, with its entity tag. The tag is weak (RFC 9110 section 8.8.1),
/// because it is the same for the compressed form. It is compressed once, when the first client
/// wants it so; its bytes are shared.
public final class CompressedAnswer {
  private static final int TAG_BYTES = 15;
  private static final int BUFFER = 8192;

  /// A shorter answer fits into one packet either way.
  private static final int LEAST_TO_COMPRESS = 1400;

  private final byte[] bytes;
  private final String tag;
  private final @Nullable Language language;
  private volatile byte @Nullable [] compressed;

  private CompressedAnswer(byte[] bytes, String tag, @Nullable Language language) {
    this.bytes = bytes;
    this.tag = tag;
    this.language = language;
  }

  /// An answer with its entity tag.
  ///
  /// @param language of its texts; null for both
  public static CompressedAnswer of(byte[] bytes, @Nullable Language language) {
    byte[] start = Arrays.copyOf(DigestUtils.sha256(bytes), TAG_BYTES);
    String tag = "W/\"" + Base64.getUrlEncoder().withoutPadding().encodeToString(start) + "\"";
    return new CompressedAnswer(bytes, tag, language);
  }

  public byte[] bytes() {
    return bytes;
  }

  String tag() {
    return tag;
  }

  @Nullable Language language() {
    return language;
  }

  boolean isWorthCompressing() {
    return bytes.length >= LEAST_TO_COMPRESS;
  }

  public void prepare() {
    if (isWorthCompressing()) {
      var _ = compressed();
    }
  }

  /// The gzip form of the answer. Concurrent callers may both compute it, with the same result.
  byte[] compressed() {
    byte[] made = compressed;
    if (made == null) {
      ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 4);
      try (OutputStream zip = new GZIPOutputStream(out, BUFFER)) {
        zip.write(bytes);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      made = out.toByteArray();
      compressed = made;
    }
    return made;
  }

  /// Whether the client has it, by what its `If-None-Match` lists.
  static boolean isAmong(String tag, @Nullable String listed) {
    if (listed == null) {
      return false;
    }
    for (String each : listed.split(",", -1)) {
      String plain = each.strip();
      if (plain.equals("*") || weak(plain).equals(weak(tag))) {
        return true;
      }
    }
    return false;
  }

  private static String weak(String tag) {
    return tag.startsWith("W/") ? tag.substring(2) : tag;
  }
}
