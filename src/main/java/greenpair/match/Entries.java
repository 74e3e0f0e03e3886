package greenpair.match;

import greenpair.catalog.City;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.index.contract.CityTraits;
import greenpair.index.read.Snapshot;

/// Entries that must be there; a [NotFoundException] names one that is not.
final class Entries {
  private Entries() {}

  static Entry entry(Kind kind, EntryId id, Snapshot snapshot) {
    return snapshot.entry(kind, id).orElseThrow(() -> new NotFoundException(kind, id));
  }

  static City city(EntryId id, Snapshot snapshot) {
    return (City) entry(Kind.CITY, id, snapshot);
  }

  static Need need(EntryId id, Snapshot snapshot) {
    return (Need) entry(Kind.NEED, id, snapshot);
  }

  static CityTraits traits(EntryId city, Snapshot snapshot) {
    return snapshot.city(city).orElseThrow(() -> new NotFoundException(Kind.CITY, city));
  }
}
