package greenpair.index.read;

import module java.base;

import greenpair.catalog.Language;
import greenpair.catalog.value.Place;
import greenpair.index.contract.EntryQuery;
import greenpair.index.contract.IndexFields;
import org.apache.lucene.document.LatLonDocValuesField;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopDocsCollector;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// Maps the orders of hits, and the places in them, to Lucene sorts. Ties are broken by document.
final class HitOrder {
  private HitOrder() {}

  /// @param after null for the first page
  /// @param origin from which distances are measured; null unless they are the order
  static TopDocsCollector<?> collector(
      EntryQuery.Order order,
      Language language,
      EntryQuery.@Nullable Place after,
      int most,
      @Nullable Place origin) {
    if (order == EntryQuery.Order.RELEVANCE) {
      ScoreDoc place = after == null ? null : new ScoreDoc(after.doc(), after.score());
      return new TopScoreDocCollectorManager(most, place, 1).newCollector();
    }
    Sort sort = new Sort(field(order, language, origin), SortField.FIELD_DOC);
    FieldDoc place = after == null ? null : fieldDoc(after, order);
    return new TopFieldCollectorManager(sort, most, place, 1).newCollector();
  }

  private static SortField field(
      EntryQuery.Order order, Language language, @Nullable Place origin) {
    return switch (order) {
      case NAME -> new SortField(IndexFields.SORT + language, SortField.Type.STRING);
      case EVIDENCE -> number(IndexFields.EVIDENCE);
      case SIZE -> number(IndexFields.SIZE);
      case DEADLINE -> number(IndexFields.DEADLINE);
      case DATE -> number(IndexFields.DATE);
      case DISTANCE -> {
        Place from = Objects.requireNonNull(origin);
        yield LatLonDocValuesField.newDistanceSort(IndexFields.POINT, from.lat(), from.lon());
      }
      case RELEVANCE -> SortField.FIELD_SCORE;
    };
  }

  private static SortField number(String field) {
    return new SortField(field, SortField.Type.LONG, true, Long.MIN_VALUE);
  }

  private static FieldDoc fieldDoc(EntryQuery.Place place, EntryQuery.Order order) {
    Object key =
        switch (order) {
          case NAME -> new BytesRef(place.key());
          case DISTANCE -> metres(place.rank());
          default -> place.rank();
        };
    return new FieldDoc(place.doc(), 0, new Object[] {key, place.doc()});
  }

  /// A rank that is larger the nearer a place is: the bits of doubles from 0 on are in their order.
  private static long rank(double metres) {
    return -Double.doubleToLongBits(metres);
  }

  private static double metres(long rank) {
    return Double.longBitsToDouble(-rank);
  }

  static List<EntryQuery.Place> places(TopDocs top, EntryQuery.Order order) {
    List<EntryQuery.Place> places = new ArrayList<>();
    for (ScoreDoc doc : top.scoreDocs) {
      places.add(place(doc, order));
    }
    return places;
  }

  private static EntryQuery.Place place(ScoreDoc doc, EntryQuery.Order order) {
    if (doc instanceof FieldDoc sorted && sorted.fields.length > 0) {
      boolean byName = order == EntryQuery.Order.NAME;
      byte[] key = new byte[0];
      long rank = 0;
      if (byName && sorted.fields[0] instanceof BytesRef bytes) {
        key = Arrays.copyOfRange(bytes.bytes, bytes.offset, bytes.offset + bytes.length);
      } else if (sorted.fields[0] instanceof Long number) {
        rank = number;
      } else if (sorted.fields[0] instanceof Double metres) {
        rank = rank(metres);
      }
      return new EntryQuery.Place(doc.doc, 0, key, rank);
    }
    return EntryQuery.Place.of(doc.doc, doc.score);
  }
}
