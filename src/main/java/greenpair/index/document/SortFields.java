package greenpair.index.document;

import module java.base;

import greenpair.catalog.City;
import greenpair.catalog.Deployment;
import greenpair.catalog.Entry;
import greenpair.catalog.Need;
import greenpair.catalog.PartialDate;
import greenpair.catalog.value.Attributes;
import greenpair.catalog.value.Place;
import greenpair.index.contract.Dollars;
import greenpair.index.contract.IndexFields;
import greenpair.index.contract.Precedent;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LatLonDocValuesField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.jspecify.annotations.Nullable;

/// What entries are sorted or bounded by besides name and evidence. An entry without a value comes
/// last.
final class SortFields {
  private SortFields() {}

  static void add(Document document, Entry entry, SearchFields.Joined joined) {
    date(entry)
        .ifPresent(
            date -> {
              number(document, IndexFields.DATE, date.toEpochDay());
              facet(document, IndexFields.yearTerm(date.getYear()));
            });
    if (entry instanceof Need need && need.purchase().due() != null) {
      LocalDate due = need.purchase().due().last();
      number(document, IndexFields.DEADLINE, -due.toEpochDay());
      facet(document, IndexFields.dueTerm(due.getYear()));
    }
    if (entry instanceof City city && city.target() != null && city.target().year() != null) {
      facet(document, IndexFields.dueTerm(city.target().year()));
    }
    List<Dollars> deals = FacetValues.deals(entry);
    for (Dollars deal : deals) {
      document.add(new DoublePoint(IndexFields.DOLLARS_MIN, deal.min()));
      document.add(new DoublePoint(IndexFields.DOLLARS_MAX, deal.max()));
    }
    deals.stream()
        .filter(_ -> !(entry instanceof Deployment))
        .mapToDouble(deal -> Double.isInfinite(deal.max()) ? deal.min() : deal.max())
        .max()
        .ifPresent(most -> number(document, IndexFields.SIZE, Math.round(most)));
    Attributes.Size size = size(entry);
    if (size != null) {
      document.add(new DoublePoint(IndexFields.QUANTITY, size.value()));
      document.add(
          new StringField(IndexFields.UNIT, size.unit().toLowerCase(Locale.ROOT), Field.Store.NO));
    }
    Set<Place> places = new LinkedHashSet<>();
    if (joined.place() != null) {
      places.add(joined.place().place());
    }
    for (Precedent proof : joined.proofs()) {
      places.add(proof.city().place());
    }
    places.stream()
        .filter(Objects::nonNull)
        .forEach(
            each ->
                document.add(new LatLonDocValuesField(IndexFields.POINT, each.lat(), each.lon())));
  }

  private static void facet(Document document, String term) {
    document.add(new StringField(IndexFields.FACET, term, Field.Store.NO));
  }

  private static void number(Document document, String field, long value) {
    document.add(new NumericDocValuesField(field, value));
  }

  private static Optional<LocalDate> date(Entry entry) {
    return switch (entry) {
      case Deployment deployment when deployment.start() != null ->
          Optional.of(LocalDate.of(deployment.start(), 1, 1));
      case Need need when need.standing() != null && need.standing().stated() != null ->
          Optional.of(need.standing().stated()).map(PartialDate::first);
      default -> Optional.empty();
    };
  }

  private static Attributes.@Nullable Size size(Entry entry) {
    return switch (entry) {
      case Deployment deployment when deployment.quantity() != null -> deployment.quantity().size();
      case Need need when need.purchase().quantity() != null -> need.purchase().quantity().size();
      default -> null;
    };
  }
}
