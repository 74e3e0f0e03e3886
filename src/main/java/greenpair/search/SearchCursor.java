package greenpair.search;

import module java.base;

import greenpair.catalog.Kind;
import greenpair.index.contract.EntryQuery;
import org.jspecify.annotations.Nullable;

/// The place behind the last hit of a page. It is valid for one generation, one configuration and
/// one search, because the order differs elsewhere.
///
/// @param basis generation and configuration, shortened
/// @param search fingerprint of the search
/// @param kind of the last hit
public record SearchCursor(String basis, String search, Kind kind, EntryQuery.Place place) {
  private static final int PARTS = 7;
  private static final int LONGEST = 4_000;

  /// The word for addresses.
  public String word() {
    String plain =
        String.join(
            ":",
            basis,
            search,
            kind.word(),
            Integer.toString(place.doc()),
            Integer.toHexString(Float.floatToIntBits(place.score())),
            HexFormat.of().formatHex(place.key()),
            Long.toString(place.rank()));
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  /// The cursor of that word, or nothing if it is none.
  public static Optional<SearchCursor> of(String word) {
    try {
      if (word.length() > LONGEST) {
        return Optional.empty();
      }
      String plain = new String(Base64.getUrlDecoder().decode(word), StandardCharsets.UTF_8);
      String[] parts = plain.split(":", -1);
      if (parts.length != PARTS) {
        return Optional.empty();
      }
      float score = Float.intBitsToFloat(Integer.parseUnsignedInt(parts[4], 16));
      int doc = Integer.parseInt(parts[3]);
      if (!Float.isFinite(score) || doc < 0) {
        return Optional.empty();
      }
      EntryQuery.Place place =
          new EntryQuery.Place(
              doc, score, HexFormat.of().parseHex(parts[5]), Long.parseLong(parts[6]));
      return Kind.of(parts[2]).map(kind -> new SearchCursor(parts[0], parts[1], kind, place));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  // A place holds bytes, which records compare by identity.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SearchCursor cursor && cursor.word().equals(word());
  }

  @Override
  public int hashCode() {
    return Objects.hash(basis, search, kind, place.doc(), Arrays.hashCode(place.key()));
  }

  @Override
  public String toString() {
    return word();
  }
}
