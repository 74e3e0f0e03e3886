package greenpair.index.read;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import greenpair.index.analysis.TextAnalyzers;
import greenpair.index.contract.CandidateQuery;
import greenpair.index.document.CoreFields;
import greenpair.index.document.FirstStageQuery;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
  /// Number of cached words of recent texts, enough for some hundred needs.
  private static final int RECENT_WORDS = 30_000;

  private final TextAnalyzers analysis;
  private final LiveSearcher searcher;
  private final Cache<String, Text> recent =
      Caffeine.newBuilder()
          .maximumWeight(RECENT_WORDS)
          .weigher((String text, Text words) -> words.size())
          .build();

  Queries(TextAnalyzers analysis, LiveSearcher searcher) {
    this.analysis = analysis;
    this.searcher = searcher;
  }

  /// Finds entries that share a technology or a word with the query, see [FirstStageQuery].
  Query firstStage(CandidateQuery query, Text words) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (FirstStageQuery.Feature each : FirstStageQuery.features(query)) {
      Query feature =
          FeatureField.newSaturationQuery(
              CoreFields.TECHNOLOGY, each.name(), each.weight(), FirstStageQuery.PIVOT);
      any.add(feature, BooleanClause.Occur.SHOULD);
    }
    for (Words each : List.of(words.name(), words.english(), words.chinese())) {
      for (Word word : FirstStageQuery.rarest(each.words(), FirstStageQuery.WORDS_TO_FIND)) {
        float weight = Objects.requireNonNull(FirstStageQuery.FIELDS.get(word.term().field()));
        any.add(new BoostQuery(word.query(), weight), BooleanClause.Occur.SHOULD);
      }
    }
    return any.build();
  }

  /// A term of the query with its state in each segment, whether any document has it, and its
  /// inverse document frequency.
  record Word(Term term, TermStates states, boolean occurs, double idf)
      implements FirstStageQuery.Word {
    Query query() {
      return new TermQuery(term, states);
    }
  }

  /// The words of a field, each looked up once for both finding and scoring.
  ///
  /// @param bound the sum of the words' idf
  /// @param weight scores a document by all of them
  record Words(List<Word> words, double bound, Weight weight) {}

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
            words(CoreFields.NAME, text),
            words(CoreFields.ENGLISH, text),
            words(CoreFields.CHINESE, text));
    recent.put(text, words);
    return words;
  }

  private Words words(String field, String text) throws IOException {
    List<Word> words = new ArrayList<>();
    long all = searcher.documents(field);
    for (String each : analysis.terms(field, text)) {
      Term term = new Term(field, each);
      TermStates states = TermStates.build(searcher, term, true);
      int df = searcher.frequency(states, term);
      words.add(new Word(term, states, df > 0, FirstStageQuery.idf(all, df)));
    }
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    FirstStageQuery.rarest(words, FirstStageQuery.WORDS_TO_SCORE)
        .forEach(word -> any.add(word.query(), BooleanClause.Occur.SHOULD));
    double bound = FirstStageQuery.bound(words);
    Query rewritten = searcher.rewrite(any.build());
    return new Words(words, bound, searcher.createWeight(rewritten, ScoreMode.COMPLETE, 1));
  }

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
          shares[next] = FirstStageQuery.share(scorer.score(), words.bound());
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
