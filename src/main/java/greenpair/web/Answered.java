package greenpair.web;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/// An answer as JSON or as a page, with the tag by which a client that has it already asks for it
/// again. The tag is weak (RFC 9110 section 8.8.1): it stays the same when the answer is compressed
/// on its way.
@SuppressWarnings("ArrayRecordComponent") // Nobody compares answers; their bytes are shared.
record Answered(byte[] bytes, String tag) {
  private static final int TAG_BYTES = 15;

  static Answered of(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      byte[] start = java.util.Arrays.copyOf(digest, TAG_BYTES);
      return new Answered(
          bytes, "W/\"" + Base64.getUrlEncoder().withoutPadding().encodeToString(start) + "\"");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /// Whether the client has it, by what its `If-None-Match` lists.
  static boolean isAmong(String tag, @org.jspecify.annotations.Nullable String listed) {
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
