package greenpair.index.read;

import module java.base;

import greenpair.index.contract.EntryQuery;
import greenpair.index.contract.IndexFields;
import greenpair.index.document.SearchFields;
import org.apache.lucene.document.FeatureField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/// Entries whose name, a word in it, its pinyin or initials begin with the typed text, most used
/// first. Short prefixes are features, whose impacts let Lucene skip less used entries; longer
/// prefixes are looked up in the term dictionary.
record PrefixSuggester(DirectoryReader reader, IndexSearcher searcher) {
  /// Maximum number of names read in a segment, first in the alphabet. If more share the prefix,
  /// the result is the most used of these, not necessarily of all.
  private static final int MOST_NAMES = 2_000;

  List<EntryQuery.Place> begin(String key, int limit) throws IOException {
    if (key.isEmpty()) {
      return List.of();
    }
    return key.length() <= SearchFields.few(key) ? first(key, limit) : walk(key, limit);
  }

  private List<EntryQuery.Place> first(String key, int limit) throws IOException {
    List<EntryQuery.Place> places = new ArrayList<>();
    int most = Math.max(1, Math.min(limit, reader.maxDoc()));
    for (ScoreDoc hit :
        searcher.search(
                FeatureField.newSaturationQuery(IndexFields.FIRST, key, 1, 1000),
                new TopScoreDocCollectorManager(most, most))
            .scoreDocs) {
      places.add(EntryQuery.Place.of(hit.doc, hit.score));
    }
    return places;
  }

  private List<EntryQuery.Place> walk(String key, int limit) throws IOException {
    BytesRef prefix = new BytesRef(key);
    Map<Integer, Long> found = new HashMap<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      Terms terms = leaf.reader().terms(IndexFields.TYPED);
      NumericDocValues evidence = leaf.reader().getNumericDocValues(IndexFields.EVIDENCE);
      if (terms == null || evidence == null) {
        continue;
      }
      List<Integer> docs = docs(terms, prefix);
      docs.sort(Comparator.naturalOrder());
      for (int doc : docs) {
        if (evidence.advanceExact(doc)) {
          found.put(leaf.docBase + doc, evidence.longValue());
        }
      }
    }
    return found.entrySet().stream()
        .sorted(
            Map.Entry.<Integer, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(limit)
        .map(each -> new EntryQuery.Place(each.getKey(), 0, new byte[0], each.getValue()))
        .toList();
  }

  private static List<Integer> docs(Terms terms, BytesRef prefix) throws IOException {
    Set<Integer> docs = new LinkedHashSet<>();
    TermsEnum at = terms.iterator();
    PostingsEnum postings = null;
    boolean isThere = at.seekCeil(prefix) != TermsEnum.SeekStatus.END;
    while (isThere && docs.size() < MOST_NAMES && StringHelper.startsWith(at.term(), prefix)) {
      postings = at.postings(postings, PostingsEnum.NONE);
      for (int doc = postings.nextDoc();
          doc != DocIdSetIterator.NO_MORE_DOCS && docs.size() < MOST_NAMES;
          doc = postings.nextDoc()) {
        docs.add(doc);
      }
      isThere = at.next() != null;
    }
    return new ArrayList<>(docs);
  }
}
