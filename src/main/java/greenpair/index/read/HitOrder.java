package greenpair.index.read;

import greenpair.catalog.Language;
import greenpair.index.contract.EntryQuery;
import greenpair.index.contract.IndexFields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
  static TopDocsCollector<?> collector(
      EntryQuery.Order order, Language language, EntryQuery.@Nullable Place after, int most) {
    if (order == EntryQuery.Order.RELEVANCE) {
      ScoreDoc place = after == null ? null : new ScoreDoc(after.doc(), after.score());
      return new TopScoreDocCollectorManager(most, place, 1).newCollector();
    }
    Sort sort = new Sort(field(order, language), SortField.FIELD_DOC);
    FieldDoc place = after == null ? null : fieldDoc(after, order);
    return new TopFieldCollectorManager(sort, most, place, 1).newCollector();
  }

  private static SortField field(EntryQuery.Order order, Language language) {
    return order == EntryQuery.Order.NAME
        ? new SortField(IndexFields.SORT + language, SortField.Type.STRING)
        : new SortField(IndexFields.EVIDENCE, SortField.Type.LONG, true);
  }

  private static FieldDoc fieldDoc(EntryQuery.Place place, EntryQuery.Order order) {
    Object key =
        order == EntryQuery.Order.NAME ? new BytesRef(place.key()) : (Object) place.evidence();
    return new FieldDoc(place.doc(), 0, new Object[] {key, place.doc()});
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
      long evidence = 0;
      if (byName && sorted.fields[0] instanceof BytesRef bytes) {
        key = Arrays.copyOfRange(bytes.bytes, bytes.offset, bytes.offset + bytes.length);
      } else if (sorted.fields[0] instanceof Long number) {
        evidence = number;
      }
      return new EntryQuery.Place(doc.doc, 0, key, evidence);
    }
    return EntryQuery.Place.of(doc.doc, doc.score);
  }
}
