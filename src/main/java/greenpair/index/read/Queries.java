package greenpair.index.read;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import greenpair.catalog.Code;
import greenpair.index.document.Analysis;
import greenpair.index.document.Features;
import greenpair.index.document.Fields;
import greenpair.index.query.CandidateQuery;
import greenpair.index.query.CityTraits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
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

  /// Number of cached words of recent texts, enough for some hundred needs.
  private static final int RECENT_WORDS = 30_000;

  /// Number of words of a text that are scored, rarest first; Lucene allows 1,024 clauses.
  private static final int WORDS_TO_SCORE = 1_000;

  private final Analysis analysis;
  private final LiveSearcher searcher;
  private final Cache<String, Text> recent =
      Caffeine.newBuilder()
          .maximumWeight(RECENT_WORDS)
          .weigher((String text, Text words) -> words.size())
          .build();

  Queries(Analysis analysis, LiveSearcher searcher) {
    this.analysis = analysis;
    this.searcher = searcher;
  }

  /// Finds entries that share a technology or a word with the query. The weights only decide which
  /// entries are among the fixed number of candidates; ranking uses the traits.
  Query firstStage(CandidateQuery query, Text words) {
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
    add(any, words.name(), NAME_WORD);
    add(any, words.english(), TEXT_WORD);
    add(any, words.chinese(), TEXT_WORD);
    return any.build();
  }

  private static void add(BooleanQuery.Builder any, Words words, float boost) {
    for (Word word : rarest(words.words(), WORDS_TO_FIND)) {
      any.add(new BoostQuery(word.query(), boost), BooleanClause.Occur.SHOULD);
    }
  }

  private static void place(BooleanQuery.Builder any, Code code, String place, float weight) {
    any.add(feature(Features.at(code, place), weight), BooleanClause.Occur.SHOULD);
  }

  private static Query feature(String name, float weight) {
    return FeatureField.newSaturationQuery(Fields.TECHNOLOGY, name, weight, PIVOT);
  }

  /// A term of the query with its state in each segment, whether any document has it, and its
  /// inverse document frequency.
  record Word(Term term, TermStates states, boolean occurs, double idf) {
    Query query() {
      return new TermQuery(term, states);
    }
  }

  private static List<Word> rarest(List<Word> words, int most) {
    return words.stream()
        .filter(Word::occurs)
        .sorted(Comparator.comparingDouble(Word::idf).reversed())
        .limit(most)
        .toList();
  }

  /// The words of a field, each looked up once for both finding and scoring.
  ///
  /// @param bound the sum of the words' idf
  /// @param weight scores a document by all of them
  record Words(List<Word> words, double bound, Weight weight) {}

  /// The words of a text in each field that is searched for them.
  record Text(Words name, Words english, Words chinese) {
    int size() {
      return 1 + name.words.size() + english.words.size() + chinese.words.size();
    }
  }

  /// The words of a text. Recent texts are cached, because the needs of a programme recur.
  Text words(String text) throws IOException {
    Text known = recent.getIfPresent(text);
    if (known != null) {
      return known;
    }
    Text words =
        new Text(
            words(Fields.NAME, text), words(Fields.ENGLISH, text), words(Fields.CHINESE, text));
    recent.put(text, words);
    return words;
  }

  /// A word that is not in the field is the rarest: it lowers every share, as an unmatched word
  /// should.
  private Words words(String field, String text) throws IOException {
    List<Word> words = new ArrayList<>();
    long all = Math.max(1, searcher.documents(field));
    for (String each : analysis.terms(field, text)) {
      Term term = new Term(field, each);
      TermStates states = TermStates.build(searcher, term, true);
      int df = searcher.frequency(states, term);
      words.add(new Word(term, states, df > 0, Math.log(1 + (all - df + 0.5) / (df + 0.5))));
    }
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    rarest(words, WORDS_TO_SCORE)
        .forEach(word -> any.add(word.query(), BooleanClause.Occur.SHOULD));
    double bound = words.stream().mapToDouble(Word::idf).sum();
    Query rewritten = searcher.rewrite(any.build());
    return new Words(words, bound, searcher.createWeight(rewritten, ScoreMode.COMPLETE, 1));
  }

  /// The share of the query's words, weighted by rarity, that a document contains: min(1, (k1 + 1)
  /// BM25 / sum of idf), so that each word once in a text of average length gives
  /// 1. BM25: Robertson and Zaragoza, Foundations and Trends in IR 3(4), 2009, k1 = 1.2, b = 0.75.
  ///
  /// @param docs ascending
  double[] shares(Words words, int[] docs) throws IOException {
    double[] shares = new double[docs.length];
    if (words.words().isEmpty() || docs.length == 0) {
      return shares;
    }
    int next = 0;
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      int end = leaf.docBase + leaf.reader().maxDoc();
      Scorer scorer = next < docs.length && docs[next] < end ? words.weight().scorer(leaf) : null;
      for (; next < docs.length && docs[next] < end; next++) {
        if (scorer != null && stands(scorer, docs[next] - leaf.docBase)) {
          shares[next] = Math.min(1, K1_PLUS_1 * scorer.score() / words.bound());
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
