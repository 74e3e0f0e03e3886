package greenpair.index.read;

import greenpair.catalog.Language;
import greenpair.index.contract.SearchQuery;
import greenpair.index.document.SearchFields;
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
      SearchQuery.Order order, Language language, SearchQuery.@Nullable Place after, int most) {
    if (order == SearchQuery.Order.RELEVANCE) {
      ScoreDoc place = after == null ? null : new ScoreDoc(after.doc(), after.score());
      return new TopScoreDocCollectorManager(most, place, 1).newCollector();
    }
    Sort sort = new Sort(field(order, language), SortField.FIELD_DOC);
    FieldDoc place = after == null ? null : fieldDoc(after, order);
    return new TopFieldCollectorManager(sort, most, place, 1).newCollector();
  }

  private static SortField field(SearchQuery.Order order, Language language) {
    return order == SearchQuery.Order.NAME
        ? new SortField(SearchFields.SORT + language, SortField.Type.STRING)
        : new SortField(SearchFields.EVIDENCE, SortField.Type.LONG, true);
  }

  private static FieldDoc fieldDoc(SearchQuery.Place place, SearchQuery.Order order) {
    Object key =
        order == SearchQuery.Order.NAME ? new BytesRef(place.key()) : (Object) place.evidence();
    return new FieldDoc(place.doc(), 0, new Object[] {key, place.doc()});
  }

  static List<SearchQuery.Place> places(TopDocs top, SearchQuery.Order order) {
    List<SearchQuery.Place> places = new ArrayList<>();
    for (ScoreDoc doc : top.scoreDocs) {
      places.add(place(doc, order));
    }
    return places;
  }

  private static SearchQuery.Place place(ScoreDoc doc, SearchQuery.Order order) {
    if (doc instanceof FieldDoc sorted && sorted.fields.length > 0) {
      boolean byName = order == SearchQuery.Order.NAME;
      byte[] key = new byte[0];
      long evidence = 0;
      if (byName && sorted.fields[0] instanceof BytesRef bytes) {
        key = Arrays.copyOfRange(bytes.bytes, bytes.offset, bytes.offset + bytes.length);
      } else if (sorted.fields[0] instanceof Long number) {
        evidence = number;
      }
      return new SearchQuery.Place(doc.doc, 0, key, evidence);
    }
    return new SearchQuery.Place(doc.doc, doc.score, new byte[0], 0);
  }
}
