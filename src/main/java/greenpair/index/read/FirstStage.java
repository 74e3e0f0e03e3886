package greenpair.index.read;

import module java.base;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import greenpair.catalog.Code;
import greenpair.index.analysis.TextAnalyzers;
import greenpair.index.contract.CandidateQuery;
import greenpair.index.contract.CityTraits;
import greenpair.index.contract.Clause;
import greenpair.index.contract.IndexFields;
import greenpair.index.document.CandidateFeatures;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Weight;

/// The first stage of recommendations: it finds entries by technologies and by the rarest words of
/// the text in each field, and scores their texts. The weights only decide which entries are among
/// the fixed number of candidates; ranking uses the traits.
final class FirstStage {
  /// Strength at which a feature counts half: one case of grade A.
  private static final float PIVOT = 3;

  private static final double NAME = 0.25;
  private static final double TEXT = 0.12;
  private static final double IN_COUNTRY = 0.7;
  private static final double IN_REGION = 0.5;
  private static final double IN_CITY = 0.5;

  /// Number of words of a text that are scored, rarest first; Lucene allows 1,024 clauses.
  private static final int WORDS_TO_SCORE = 1_000;

  /// Rarest words that take part in finding candidates; all words take part in scoring them.
  private static final int WORDS_TO_FIND = 12;

  /// BM25 of a word that occurs once in a text of average length is 1 / (k1 + 1) of its bound.
  private static final double K1_PLUS_1 = 2.2;

  /// Number of cached words of recent texts, enough for some hundred needs.
  private static final int RECENT_WORDS = 30_000;

  private final TextAnalyzers analysis;
  private final CachingSearcher searcher;
  private final Cache<String, Text> recent =
      Caffeine.newBuilder()
          .maximumWeight(RECENT_WORDS)
          .weigher((String text, Text words) -> words.size())
          .build();

  FirstStage(TextAnalyzers analysis, CachingSearcher searcher) {
    this.analysis = analysis;
    this.searcher = searcher;
  }

  /// Finds entries that share a technology or a word with the query.
  Query query(CandidateQuery query, Text words) {
    List<Clause> any = features(query);
    any.addAll(words.name.rarest(NAME));
    any.addAll(words.english.rarest(TEXT));
    any.addAll(words.chinese.rarest(TEXT));
    ClauseRenderer renderer = new ClauseRenderer(searcher);
    return ClauseRenderer.any(any.stream().map(renderer::query).toList()).build();
  }

  /// The wanted features. The place of the city counts for the requested technologies, not for
  /// their relatives.
  private static List<Clause> features(CandidateQuery query) {
    List<Clause> features = new ArrayList<>();
    CityTraits city = query.city();
    for (Map.Entry<Code, Double> wanted : query.technologies().entrySet()) {
      Code code = wanted.getKey();
      features.add(feature(code.value(), wanted.getValue()));
      if (city != null && wanted.getValue() == 1) {
        features.add(feature(CandidateFeatures.at(code, city.country()), IN_COUNTRY));
        if (city.region() != null) {
          features.add(feature(CandidateFeatures.at(code, city.region()), IN_REGION));
        }
        features.add(feature(CandidateFeatures.at(code, city.id().value()), IN_CITY));
      }
    }
    return features;
  }

  private static Clause feature(String name, double weight) {
    return new Clause.Feature(name, PIVOT).times(weight);
  }

  private record Word(Term term, boolean occurs, double idf) {}

  /// The words of a field, each looked up once for both finding and scoring.
  ///
  /// @param words that occur, rarest first
  /// @param bound the sum of the idf of all words
  /// @param weight scores a document by all of them
  record Words(List<Word> words, double bound, Weight weight) {
    private List<Clause> rarest(double each) {
      return words.stream()
          .limit(WORDS_TO_FIND)
          .map(word -> new Clause.Word(word.term.field(), word.term.text()).times(each))
          .toList();
    }
  }

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
            words(IndexFields.NAME, text),
            words(IndexFields.ENGLISH, text),
            words(IndexFields.CHINESE, text));
    recent.put(text, words);
    return words;
  }

  private Words words(String field, String text) throws IOException {
    List<Word> words = new ArrayList<>();
    long all = searcher.documents(field);
    for (String each : analysis.terms(field, text)) {
      Term term = new Term(field, each);
      TermStates states = searcher.states(term);
      int df = states.docFreq();
      words.add(new Word(term, df > 0, idf(all, df)));
    }
    double bound = words.stream().mapToDouble(Word::idf).sum();
    List<Word> rarest =
        words.stream()
            .filter(Word::occurs)
            .sorted(Comparator.comparingDouble(Word::idf).reversed())
            .limit(WORDS_TO_SCORE)
            .toList();
    Query any =
        ClauseRenderer.any(rarest.stream().<Query>map(word -> searcher.query(word.term)).toList())
            .build();
    return new Words(rarest, bound, searcher.weight(any));
  }

  /// Inverse document frequency as BM25 has it. A word that is not in the field is the rarest: it
  /// lowers every share, as an unmatched word should.
  ///
  /// @param frequency how many have the word in it
  private static double idf(long all, long frequency) {
    return Math.log(1 + (Math.max(1, all) - frequency + 0.5) / (frequency + 0.5));
  }

  /// The share of the query's words, weighted by rarity, that an entry contains: min(1, (k1 + 1)
  /// BM25 / sum of idf), so that each word once in a text of average length gives 1. BM25:
  /// Robertson and Zaragoza, Foundations and Trends in IR 3(4), 2009, k1 = 1.2, b = 0.75.
  double[] shares(Words words, List<Integer> docs) throws IOException {
    double[] shares = new DocumentScores(searcher, docs).of(words.weight);
    for (int i = 0; i < shares.length; i++) {
      shares[i] = shares[i] == 0 ? 0 : Math.min(1, K1_PLUS_1 * shares[i] / words.bound);
    }
    return shares;
  }
}
