package greenpair.match;

import module java.base;

import org.jspecify.annotations.Nullable;

/// The position in a list where the next page begins, as an opaque string, so that its format can
/// change.
public final class ListCursor {
  private static final String MARK = "c1:";

  private ListCursor() {}

  /// The cursor of a place; null for the beginning.
  public static @Nullable String of(long place) {
    byte[] plain = (MARK + place).getBytes(StandardCharsets.US_ASCII);
    return place == 0 ? null : Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
  }

  /// The cursor of what follows a place in a list of a known length; null at its end.
  public static @Nullable String next(long place, long total) {
    return place < total ? of(place) : null;
  }

  /// The place of a cursor, above 0; empty for any other word.
  public static OptionalLong place(String word) {
    try {
      String plain = new String(Base64.getUrlDecoder().decode(word), StandardCharsets.US_ASCII);
      long place = plain.startsWith(MARK) ? Long.parseLong(plain.substring(MARK.length())) : 0;
      return place > 0 ? OptionalLong.of(place) : OptionalLong.empty();
    } catch (IllegalArgumentException e) {
      return OptionalLong.empty();
    }
  }
}
