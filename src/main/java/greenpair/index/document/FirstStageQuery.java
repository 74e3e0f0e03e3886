package greenpair.index.document;

import greenpair.catalog.Code;
import greenpair.index.contract.CandidateQuery;
import greenpair.index.contract.CityTraits;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the first stage of recommendations asks of an index, whichever it is: features, and the
/// rarest words of the text in each field. The weights only decide which entries are among the
/// fixed number of candidates; ranking uses the traits.
public final class FirstStageQuery {
  /// Strength at which a feature counts half: one case of grade A.
  public static final float PIVOT = 3;

  /// The fields that are searched for words, each with the weight of a word.
  public static final Map<String, Float> FIELDS = fields();

  /// Number of words of a text that are scored, rarest first; Lucene allows 1,024 clauses.
  public static final int WORDS_TO_SCORE = 1_000;

  /// Rarest words that take part in finding candidates; all words take part in scoring them.
  public static final int WORDS_TO_FIND = 12;

  private static final float IN_COUNTRY = 0.7f;
  private static final float IN_REGION = 0.5f;
  private static final float IN_CITY = 0.5f;

  /// BM25 of a word that occurs once in a text of average length is 1 / (k1 + 1) of its bound.
  private static final double K1_PLUS_1 = 2.2;

  private FirstStageQuery() {}

  private static Map<String, Float> fields() {
    Map<String, Float> fields = new LinkedHashMap<>();
    fields.put(CoreFields.NAME, 0.25f);
    fields.put(CoreFields.ENGLISH, 0.12f);
    fields.put(CoreFields.CHINESE, 0.12f);
    return Collections.unmodifiableMap(fields);
  }

  /// A feature of which entries have a strength.
  public record Feature(String name, float weight) {}

  /// The wanted features. The place of the city counts for the requested technologies, not for
  /// their relatives.
  public static List<Feature> features(CandidateQuery query) {
    List<Feature> features = new ArrayList<>();
    CityTraits city = query.city();
    for (Map.Entry<Code, Double> wanted : query.technologies().entrySet()) {
      Code code = wanted.getKey();
      float weight = wanted.getValue().floatValue();
      features.add(new Feature(code.value(), weight));
      if (city != null && weight == 1) {
        features.add(new Feature(CandidateFeatures.at(code, city.country()), IN_COUNTRY));
        if (city.region() != null) {
          features.add(new Feature(CandidateFeatures.at(code, city.region()), IN_REGION));
        }
        features.add(new Feature(CandidateFeatures.at(code, city.id().value()), IN_CITY));
      }
    }
    return features;
  }

  /// A word of the text with its statistics in a field.
  public interface Word {
    /// Whether any entry has it.
    boolean occurs();

    double idf();
  }

  /// The words that occur, rarest first.
  public static <W extends Word> List<W> rarest(List<W> words, int most) {
    return words.stream()
        .filter(Word::occurs)
        .sorted(Comparator.comparingDouble(Word::idf).reversed())
        .limit(most)
        .toList();
  }

  /// Inverse document frequency as BM25 has it. A word that is not in the field is the rarest: it
  /// lowers every share, as an unmatched word should.
  ///
  /// @param frequency how many have the word in it
  public static double idf(long all, long frequency) {
    return Math.log(1 + (Math.max(1, all) - frequency + 0.5) / (frequency + 0.5));
  }

  /// The sum of the words' idf.
  public static double bound(List<? extends Word> words) {
    return words.stream().mapToDouble(Word::idf).sum();
  }

  /// The share of the query's words, weighted by rarity, that an entry contains: min(1, (k1 + 1)
  /// BM25 / sum of idf), so that each word once in a text of average length gives 1. BM25:
  /// Robertson and Zaragoza, Foundations and Trends in IR 3(4), 2009, k1 = 1.2, b = 0.75.
  public static double share(double score, double bound) {
    return Math.min(1, K1_PLUS_1 * score / bound);
  }
}
