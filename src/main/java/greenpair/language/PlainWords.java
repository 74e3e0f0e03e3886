package greenpair.language;

import greenpair.catalog.Code;
import greenpair.catalog.Language;
import greenpair.catalog.taxonomy.Concept;
import greenpair.catalog.taxonomy.Taxonomy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/// Guesses concepts from plain words, if a person describes a problem without its term ("damp cold
/// flats", 屋里存不住热). Each concept is a bag of words: its terms in both languages and the glossary's
/// `problem` lines. It costs nothing per entry of a catalog. Because the result is concepts, both
/// languages get the same list and the answer can state the interpretation.
public final class PlainWords {
  private static final double K1 = 1.2;
  private static final double B = 0.75;
  private static final double ACROSS = 0.25;

  /// Precedes each of several coordinated qualities.
  private static final String BOTH = "又";

  /// Minimum share of the rarity of a text's words that a concept must match with two words.
  private static final double COVERED_BY_TWO = 0.4;

  /// The same with more words: descriptions of a problem contain many words that belong to no
  /// concept.
  private static final double COVERED_BY_MORE = 0.25;

  private final Map<String, Map<Code, Integer>> byFeature = new HashMap<>();
  private final Map<Code, Integer> lengths = new TreeMap<>();
  private final Set<String> empty;
  private final UnaryOperator<String> stem;
  private final UnaryOperator<String> spelling;
  private final SameWords same;
  private final double mean;

  /// @param rules short forms that do not count everywhere say nothing here
  /// @param empty words and pairs of Han characters that say nothing of a problem
  /// @param same words that are read as one
  /// @param stem the stem of an English word in lower case
  public PlainWords(
      Taxonomy taxonomy,
      TermRules rules,
      Set<String> empty,
      SameWords same,
      UnaryOperator<String> stem) {
    this.empty = Set.copyOf(empty);
    this.same = same;
    this.stem = stem;
    this.spelling = rules.spelling();
    for (Concept concept : taxonomy.concepts()) {
      List<String> all = new ArrayList<>(concept.problems());
      all.addAll(concept.english());
      all.addAll(concept.chinese());
      for (Language language : Language.values()) {
        all.add(concept.label().best(language));
      }
      for (String text : all) {
        if (!rules.caseKept().contains(text) && !rules.beside().contains(text)) {
          add(concept.code(), text);
        }
      }
    }
    this.mean = lengths.values().stream().mapToInt(n -> n).average().orElse(1);
  }

  private void add(Code code, String text) {
    for (String feature : features(text)) {
      byFeature.computeIfAbsent(feature, key -> new TreeMap<>()).merge(code, 1, Integer::sum);
      lengths.merge(code, 1, Integer::sum);
    }
  }

  /// The concepts nearest to a text: each with its BM25 over the words of the concept, divided by
  /// the sum of rarities of all words of the text, in [0, 1]; best first, ties by code. A single
  /// shared word is not evidence, and neither are two words of a text on another subject.
  ///
  /// @param isOther whether the text is also about another field: then pairs of one word of Han
  ///     characters are a single word (幼儿园, kindergarten)
  /// @param least value that counts
  /// @param most how many
  public Map<Code, Double> read(String text, boolean isOther, double least, int most) {
    Map<Code, Double> scores = new TreeMap<>();
    Map<Code, Integer> matched = new HashMap<>();
    Map<Code, Double> covered = new HashMap<>();
    List<String> features = features(text);
    Set<String> apart = new TreeSet<>(isOther ? apart(features) : features);
    double whole = 0;
    for (String feature : new TreeSet<>(features)) {
      Map<Code, Integer> counts = byFeature.getOrDefault(feature, Map.of());
      double rarity = Math.log(1 + (lengths.size() - counts.size() + 0.5) / (counts.size() + 0.5));
      whole += counts.isEmpty() ? rarity * unknown(feature) : rarity;
      counts.forEach(
          (code, n) -> {
            double length = lengths.getOrDefault(code, 1) / mean;
            scores.merge(code, rarity * n / (n + K1 * (1 - B + B * length)), Double::sum);
            matched.merge(code, apart.contains(feature) ? 1 : 0, Integer::sum);
            covered.merge(code, rarity, Double::sum);
          });
    }
    double all = whole;
    Map<Code, Double> codes = new LinkedHashMap<>();
    scores.entrySet().stream()
        .filter(each -> matched.getOrDefault(each.getKey(), 0) > 1)
        .filter(
            each ->
                covered.getOrDefault(each.getKey(), 0.0) / all
                    >= leastCovered(matched.getOrDefault(each.getKey(), 0)))
        .filter(each -> each.getValue() / all >= least)
        .sorted(
            Map.Entry.<Code, Double>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(most)
        .forEach(each -> codes.put(each.getKey(), Math.min(1, each.getValue() / all)));
    return codes;
  }

  /// Without each pair of characters that overlaps with the one before it.
  private static List<String> apart(List<String> features) {
    List<String> apart = new ArrayList<>();
    String before = "";
    for (String feature : features) {
      boolean isWithin = isHan(feature) && before.endsWith(feature.substring(0, 1));
      if (!isWithin) {
        apart.add(feature);
      }
      before = isHan(feature) && !isWithin ? feature : "";
    }
    return apart;
  }

  private static boolean isHan(String feature) {
    return Character.isIdeographic(feature.codePointAt(0));
  }

  private static double leastCovered(int matched) {
    return matched > 2 ? COVERED_BY_MORE : COVERED_BY_TWO;
  }

  /// Whether the text has a word that is in a concept.
  public boolean says(String text) {
    return !features(text).isEmpty();
  }

  /// Weight of a feature that no concept has; a pair of Han characters usually spans two words.
  private static double unknown(String feature) {
    return isHan(feature) ? ACROSS : 1;
  }

  /// Stems of Latin words, and pairs of Han characters; 又黑又臭 (black and smelly) holds 黑臭.
  private List<String> features(String text) {
    List<String> features = new ArrayList<>();
    Words.Token before = null;
    int end = 0;
    for (Words.Token token : Words.split(same.first(spelling.apply(text)))) {
      if (before != null && token.folded().equals(BOTH)) {
        end = token.end();
        continue;
      }
      boolean isHan = Character.isIdeographic(token.folded().codePointAt(0));
      String feature = "";
      if (!isHan) {
        String word = Words.lower(token.written());
        feature = empty.contains(word) ? "" : stem.apply(word);
      } else if (before != null && end == token.start()) {
        String pair = before.folded() + token.folded();
        feature = empty.contains(pair) ? "" : pair;
      }
      if (!feature.isEmpty()) {
        features.add(feature);
      }
      before = isHan ? token : null;
      end = token.end();
    }
    return features;
  }
}
