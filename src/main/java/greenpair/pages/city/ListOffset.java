package greenpair.pages.city;

import greenpair.catalog.Kind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The lists of a need that are shown from a later position: all of one kind, or the packages.
///
/// @param kind firm, financier or solution; null for the packages
/// @param from first entry of each list that is shown, from 0
public record ListOffset(@Nullable Kind kind, int from) {
  private static final String PACKAGES = "package";

  /// The list requested by an address; empty for the beginning of every list.
  public static Optional<ListOffset> of(@Nullable String word, int from) {
    return PACKAGES.equals(word)
        ? Optional.of(new ListOffset(null, from))
        : Optional.ofNullable(word)
            .flatMap(Kind::of)
            .filter(Kind.RANKED::contains)
            .map(kind -> new ListOffset(kind, from));
  }

  static boolean isOf(@Nullable ListOffset turned, @Nullable Kind kind) {
    return turned != null && turned.kind() == kind;
  }
}
