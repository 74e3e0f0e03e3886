package greenpair.concept;

import module java.base;

import greenpair.catalog.Code;
import greenpair.catalog.Language;
import greenpair.catalog.taxonomy.Concept;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.text.WordTokens;
import org.jspecify.annotations.Nullable;

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

  /// More shared words than this many are no better evidence.
  private static final int MOST = 4;

  private final Map<String, Map<Code, Integer>> byFeature = new HashMap<>();
  private final Map<Code, Integer> lengths = new TreeMap<>();
  private final Set<String> empty;
  private final UnaryOperator<String> stem;
  private final UnaryOperator<String> spelling;
  private final SameWords same;
  private final Function<String, Optional<float[]>> direction;
  private final Map<Code, Directions> directions = new HashMap<>();
  private final double mean;

  /// The mean directions of the problem lines and of the terms of a concept, of length 1; null for
  /// none.
  @SuppressWarnings("ArrayRecordComponent") // Never compared as a whole.
  private record Directions(float @Nullable [] problems, float @Nullable [] terms) {}

  /// What indicates that a text means a concept.
  ///
  /// @param words how many different words of the concept it has, at most [#MOST]
  /// @param share BM25 over the words of the concept, divided by the rarities of all words of the
  ///     text, in [0, 1]
  /// @param problems cosine of its direction and that of the problem lines
  /// @param terms the same of the terms
  /// @param isCompared whether directions are known; without them both cosines are 0
  public record Evidence(
      Language language,
      int words,
      double share,
      double problems,
      double terms,
      boolean isCompared) {}

  /// @param rules short forms that do not count everywhere say nothing here
  /// @param empty words and pairs of Han characters that say nothing of a problem
  /// @param same words that are read as one
  /// @param stem the stem of an English word in lower case
  /// @param direction the vector of a text, of length 1, if there are vectors of words
  public PlainWords(
      Taxonomy taxonomy,
      TermRules rules,
      Set<String> empty,
      SameWords same,
      UnaryOperator<String> stem,
      Function<String, Optional<float[]>> direction) {
    this.empty = Set.copyOf(empty);
    this.same = same;
    this.stem = stem;
    this.direction = direction;
    this.spelling = rules.spelling();
    for (Concept concept : taxonomy.concepts()) {
      List<String> terms = new ArrayList<>(concept.terms());
      terms.removeIf(term -> rules.caseKept().contains(term) || rules.beside().contains(term));
      concept.problems().forEach(text -> add(concept.code(), text));
      terms.forEach(text -> add(concept.code(), text));
      directions.put(concept.code(), new Directions(mean(concept.problems()), mean(terms)));
    }
    this.mean = lengths.values().stream().mapToInt(n -> n).average().orElse(1);
  }

  private void add(Code code, String text) {
    for (String feature : features(text)) {
      byFeature.computeIfAbsent(feature, key -> new TreeMap<>()).merge(code, 1, Integer::sum);
      lengths.merge(code, 1, Integer::sum);
    }
  }

  private float @Nullable [] mean(List<String> texts) {
    float[] sum = null;
    for (String text : texts) {
      float[] each = direction.apply(text).orElse(null);
      if (each != null) {
        sum = sum == null ? new float[each.length] : sum;
        for (int i = 0; i < each.length; i++) {
          sum[i] += each[i];
        }
      }
    }
    if (sum != null) {
      float length = (float) Math.sqrt(cosine(sum, sum));
      for (int i = 0; i < sum.length; i++) {
        sum[i] /= length;
      }
    }
    return sum;
  }

  private static double cosine(float @Nullable [] one, float @Nullable [] other) {
    double sum = 0;
    for (int i = 0; one != null && other != null && i < one.length; i++) {
      sum += (double) one[i] * other[i];
    }
    return sum;
  }

  /// The concepts that a text means most probably, each with that probability; best first, ties by
  /// code. Those of probability 0 are left out.
  ///
  /// @param unread what of the text names no concept
  /// @param least how many words a concept shares with the text
  /// @param most how many
  public Map<Code, Double> read(
      String text, String unread, int least, ToDoubleFunction<Evidence> probability, int most) {
    Map<Code, Double> likely = new TreeMap<>();
    evidence(text, unread, least)
        .forEach((code, each) -> likely.put(code, probability.applyAsDouble(each)));
    Map<Code, Double> codes = new LinkedHashMap<>();
    likely.entrySet().stream()
        .filter(each -> each.getValue() > 0)
        .sorted(
            Map.Entry.<Code, Double>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(most)
        .forEach(each -> codes.put(each.getKey(), each.getValue()));
    return codes;
  }

  /// The evidence for each concept that shares words with a text, one of them with what names no
  /// other concept.
  ///
  /// @param unread what of the text names no concept
  /// @param least number of words, where pairs of characters that overlap are one: 幼儿, 儿园
  public Map<Code, Evidence> evidence(String text, String unread, int least) {
    Map<Code, Double> scores = new TreeMap<>();
    Map<Code, Integer> matched = new HashMap<>();
    List<String> features = features(text);
    double whole = 0;
    for (String feature : new TreeSet<>(features)) {
      Map<Code, Integer> counts = byFeature.getOrDefault(feature, Map.of());
      double rarity = Math.log(1 + (lengths.size() - counts.size() + 0.5) / (counts.size() + 0.5));
      whole += counts.isEmpty() ? rarity * unknown(feature) : rarity;
      counts.forEach(
          (code, n) -> {
            double length = lengths.getOrDefault(code, 1) / mean;
            scores.merge(code, rarity * n / (n + K1 * (1 - B + B * length)), Double::sum);
            matched.merge(code, 1, Integer::sum);
          });
    }
    matched.keySet().removeIf(code -> words(code, features) < least);
    Set<Code> fresh = new HashSet<>();
    features(unread).forEach(each -> fresh.addAll(byFeature.getOrDefault(each, Map.of()).keySet()));
    matched.keySet().retainAll(fresh);
    if (matched.isEmpty()) {
      return Map.of();
    }
    Language language = features.stream().anyMatch(PlainWords::isHan) ? Language.ZH : Language.EN;
    float[] meant = direction.apply(text).orElse(null);
    Map<Code, Evidence> evidence = new TreeMap<>();
    for (Map.Entry<Code, Integer> each : matched.entrySet()) {
      Directions of = Objects.requireNonNull(directions.get(each.getKey()));
      evidence.put(
          each.getKey(),
          new Evidence(
              language,
              Math.min(MOST, each.getValue()),
              Math.min(1, scores.getOrDefault(each.getKey(), 0.0) / whole),
              cosine(meant, of.problems),
              cosine(meant, of.terms),
              meant != null));
    }
    return evidence;
  }

  private int words(Code code, List<String> features) {
    Set<String> words = new HashSet<>();
    String before = "";
    for (String feature : features) {
      boolean isOfOne = isHan(feature) && before.endsWith(feature.substring(0, 1));
      boolean isShared = !isOfOne && byFeature.getOrDefault(feature, Map.of()).containsKey(code);
      if (isShared) {
        words.add(feature);
      }
      before = isShared ? feature : "";
    }
    return words.size();
  }

  private static boolean isHan(String feature) {
    return Character.isIdeographic(feature.codePointAt(0));
  }

  /// Weight of a feature that no concept has; a pair of Han characters usually spans two words.
  private static double unknown(String feature) {
    return isHan(feature) ? ACROSS : 1;
  }

  /// Stems of Latin words, and pairs of Han characters; 又黑又臭 (black and smelly) holds 黑臭.
  private List<String> features(String text) {
    List<String> features = new ArrayList<>();
    WordTokens.Token before = null;
    int end = 0;
    for (WordTokens.Token token : WordTokens.split(same.first(spelling.apply(text)))) {
      if (before != null && token.folded().equals(BOTH)) {
        end = token.end();
        continue;
      }
      if (token.folded().chars().allMatch(Character::isDigit)) {
        before = null;
        continue;
      }
      boolean isHan = Character.isIdeographic(token.folded().codePointAt(0));
      String feature = "";
      if (!isHan) {
        String word = WordTokens.lower(token.written());
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
