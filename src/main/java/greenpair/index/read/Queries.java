package greenpair.index.read;

import greenpair.catalog.Code;
import greenpair.index.document.Analysis;
import greenpair.index.document.Features;
import greenpair.index.document.Fields;
import greenpair.index.query.CandidateQuery;
import greenpair.index.query.CityTraits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.FeatureField;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;

/// The Lucene queries of the first stage and the text scores of the second. Both use only term and
/// feature queries, which OpenSearch has under the names `term` and `rank_feature`.
final class Queries {
  /// Rarest words that take part in finding candidates; all words take part in scoring them.
  private static final int WORDS_TO_FIND = 12;

  /// Strength at which a feature counts half: one case of grade A.
  private static final float PIVOT = 3;

  private static final float IN_COUNTRY = 0.7f;
  private static final float IN_REGION = 0.5f;
  private static final float IN_CITY = 0.5f;
  private static final float NAME_WORD = 0.25f;
  private static final float TEXT_WORD = 0.12f;

  /// BM25 of a word that occurs once in a text of average length is 1 / (k1 + 1) of its bound.
  private static final double K1_PLUS_1 = 2.2;

  private final Analysis analysis;
  private final LiveSearcher searcher;

  Queries(Analysis analysis, LiveSearcher searcher) {
    this.analysis = analysis;
    this.searcher = searcher;
  }

  /// Finds what shares a technology or a word with the query. The weights only decide who gets
  /// into the fixed number of candidates; ranking starts anew from the traits.
  Query firstStage(CandidateQuery query, Map<String, List<Word>> words) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (Map.Entry<Code, Double> wanted : query.technologies().entrySet()) {
      float weight = wanted.getValue().floatValue();
      any.add(feature(wanted.getKey().value(), weight), BooleanClause.Occur.SHOULD);
      CityTraits city = query.city();
      if (city != null && weight == 1) {
        place(any, wanted.getKey(), city.country(), IN_COUNTRY);
        if (city.region() != null) {
          place(any, wanted.getKey(), city.region(), IN_REGION);
        }
        place(any, wanted.getKey(), city.id().value(), IN_CITY);
      }
    }
    words.forEach(
        (field, all) -> {
          float boost = field.equals(Fields.NAME) ? NAME_WORD : TEXT_WORD;
          for (Word word : rarest(all)) {
            any.add(new BoostQuery(word.query(), boost), BooleanClause.Occur.SHOULD);
          }
        });
    return any.build();
  }

  private static void place(BooleanQuery.Builder any, Code code, String place, float weight) {
    any.add(feature(Features.at(code, place), weight), BooleanClause.Occur.SHOULD);
  }

  private static Query feature(String name, float weight) {
    return FeatureField.newSaturationQuery(Fields.TECHNOLOGY, name, weight, PIVOT);
  }

  /// A term of the query, where it stands in each segment, whether any document has it, its inverse
  /// document frequency.
  record Word(Term term, TermStates states, boolean occurs, double idf) {
    Query query() {
      return new TermQuery(term, states);
    }
  }

  private static List<Word> rarest(List<Word> words) {
    return words.stream()
        .filter(Word::occurs)
        .sorted(Comparator.comparingDouble(Word::idf).reversed())
        .limit(WORDS_TO_FIND)
        .toList();
  }

  /// The words of a text by the field that is searched for them, each looked up once: finding and
  /// scoring need the same.
  Map<String, List<Word>> words(String text) throws IOException {
    Map<String, List<Word>> words = new LinkedHashMap<>();
    for (String field : List.of(Fields.NAME, Fields.ENGLISH, Fields.CHINESE)) {
      words.put(field, words(field, text));
    }
    return words;
  }

  /// One that the field does not know is the rarest: it lowers every share, as a word that nothing
  /// answers should.
  private List<Word> words(String field, String text) throws IOException {
    List<Word> words = new ArrayList<>();
    long all = Math.max(1, searcher.documents(field));
    for (String each : analysis.terms(field, text)) {
      Term term = new Term(field, each);
      TermStates states = TermStates.build(searcher, term, true);
      int df = searcher.frequency(states, term);
      words.add(new Word(term, states, df > 0, Math.log(1 + (all - df + 0.5) / (df + 0.5))));
    }
    return words;
  }

  /// The share of the query's words, each weighted by its rarity, that a document carries:
  /// min(1, (k1 + 1) BM25 / sum of idf), so that each word once in a text of average length gives
  /// 1. BM25: Robertson and Zaragoza, Foundations and Trends in IR 3(4), 2009, k1 = 1.2, b = 0.75.
  ///
  /// @param docs ascending
  double[] shares(List<Word> words, int[] docs) throws IOException {
    double[] shares = new double[docs.length];
    if (words.isEmpty() || docs.length == 0) {
      return shares;
    }
    double bound = words.stream().mapToDouble(Word::idf).sum();
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    words.forEach(word -> any.add(word.query(), BooleanClause.Occur.SHOULD));
    Weight weight = searcher.createWeight(searcher.rewrite(any.build()), ScoreMode.COMPLETE, 1);
    int next = 0;
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      int end = leaf.docBase + leaf.reader().maxDoc();
      Scorer scorer = next < docs.length && docs[next] < end ? weight.scorer(leaf) : null;
      for (; next < docs.length && docs[next] < end; next++) {
        if (scorer != null && stands(scorer, docs[next] - leaf.docBase)) {
          shares[next] = Math.min(1, K1_PLUS_1 * scorer.score() / bound);
        }
      }
    }
    return shares;
  }

  private static boolean stands(Scorer scorer, int doc) throws IOException {
    DocIdSetIterator at = scorer.iterator();
    return at.docID() == doc || (at.docID() < doc && at.advance(doc) == doc);
  }
}
