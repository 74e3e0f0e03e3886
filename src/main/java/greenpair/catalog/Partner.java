package greenpair.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a firm and a financier have in common as organisations.
///
/// @param aliases other names in any language
/// @param identifiers numbers in registries, each `scheme:number`
/// @param status null when nothing is known of it
public record Partner(
    List<String> aliases,
    List<String> identifiers,
    @Nullable Headquarters headquarters,
    @Nullable Status status,
    @Nullable Text statusNote,
    @Nullable Market market,
    @Nullable String website) {
  /// Whether an organisation is in business.
  public enum Status {
    ACTIVE,
    CLOSED,
    UNCERTAIN
  }

  /// Where an organisation has its seat.
  public record Headquarters(
      @Nullable Text city, String country, @Nullable String region, @Nullable Place place) {
    public Headquarters {
      Regions.check(country, region);
    }
  }

  /// Nothing known but that it exists.
  public static final Partner UNKNOWN =
      new Partner(List.of(), List.of(), null, null, null, null, null);

  public Partner {
    aliases = List.copyOf(aliases);
    identifiers = List.copyOf(identifiers);
  }
}
