package greenpair.pages.look;

import greenpair.catalog.City;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Financier;
import greenpair.catalog.Firm;
import greenpair.catalog.Kind;
import greenpair.index.read.Snapshot;
import org.jspecify.annotations.Nullable;

/// How the public can contact a partner.
///
/// @param website of its pages, null when no source shows one
/// @param contact address of its public contact page, null when no source shows one
public record Reach(@Nullable String website, @Nullable String contact) {
  /// Nothing is known.
  public static final Reach UNKNOWN = new Reach(null, null);

  /// That of a firm, a financier or a city; nothing is known of others.
  public static Reach of(Kind kind, EntryId id, Snapshot snapshot) {
    return snapshot.entry(kind, id).map(Reach::of).orElse(UNKNOWN);
  }

  private static Reach of(Entry entry) {
    return switch (entry) {
      case Firm firm -> new Reach(firm.partner().website(), firm.partner().contact());
      case Financier financier ->
          new Reach(financier.partner().website(), financier.partner().contact());
      case City city -> new Reach(city.website(), city.contact());
      default -> UNKNOWN;
    };
  }

  public boolean isKnown() {
    return website != null || contact != null;
  }
}
