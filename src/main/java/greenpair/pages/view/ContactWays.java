package greenpair.pages.view;

import greenpair.catalog.City;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Partner;
import greenpair.catalog.Partner.ContactPerson;
import greenpair.index.read.Snapshot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How to contact a partner or a city.
///
/// @param persons contact persons that the caller may see
public record ContactWays(
    @Nullable String website, @Nullable String contact, List<ContactPerson> persons) {
  public static final ContactWays UNKNOWN = new ContactWays(null, null, List.of());

  /// That of a partner or a city; nothing is known of others.
  public static ContactWays of(Kind kind, EntryId id, Snapshot snapshot, CallerView disclosure) {
    return snapshot.entry(kind, id).map(disclosure::see).map(ContactWays::of).orElse(UNKNOWN);
  }

  public static ContactWays of(Entry entry) {
    return switch (entry) {
      case Entry.OfPartner partner -> of(partner.partner());
      case City city -> new ContactWays(city.website(), city.contact(), city.contactPersons());
      default -> UNKNOWN;
    };
  }

  private static ContactWays of(Partner partner) {
    return new ContactWays(partner.website(), partner.contact(), partner.contactPersons());
  }

  public boolean isKnown() {
    return website != null || contact != null || !persons.isEmpty();
  }
}
