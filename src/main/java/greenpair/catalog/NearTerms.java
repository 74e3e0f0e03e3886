package greenpair.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/// Terms of the taxonomy near what was written: a misspelt English word, Chinese characters of the
/// same sound or with one wrong among four, and terms of which only a part was written.
public final class NearTerms {
  private static final int SHORTEST_WORD = 4;
  private static final int LONG_WORD = 8;
  private static final int LONGEST_WORD = 30;
  private static final int SHORTEST_SHAPE = 4;
  private static final int LONGEST_HAN = 12;

  private final Map<String, Integer> words = new HashMap<>();
  private final Map<String, String> bySound = new HashMap<>();
  private final Map<String, String> byShape = new HashMap<>();
  private final Set<String> han = new HashSet<>();
  private final List<Term> terms = new ArrayList<>();
  private final Map<String, List<Integer>> byFeature = new HashMap<>();
  private final UnaryOperator<String> sound;

  private record Term(Set<Code> codes, List<String> features) {}

  /// @param rules short forms that do not count everywhere are no terms here
  /// @param sound how Han characters are read aloud
  public NearTerms(Taxonomy taxonomy, TermRules rules, UnaryOperator<String> sound) {
    this.sound = sound;
    Map<List<String>, Set<Code>> byFeatures = new LinkedHashMap<>();
    for (Concept concept : taxonomy.concepts()) {
      List<String> all = new ArrayList<>(concept.english());
      all.addAll(concept.chinese());
      for (Language language : Language.values()) {
        Optional.ofNullable(concept.label().in(language)).ifPresent(all::add);
      }
      for (String term : all) {
        if (!rules.caseKept().contains(term) && !rules.beside().contains(term)) {
          add(term);
          List<String> features = features(term);
          byFeatures
              .computeIfAbsent(features, key -> new java.util.TreeSet<>())
              .add(concept.code());
        }
      }
    }
    byFeatures.forEach(
        (features, codes) -> {
          terms.add(new Term(codes, features));
          new HashSet<>(features)
              .forEach(
                  feature ->
                      byFeature
                          .computeIfAbsent(feature, key -> new ArrayList<>())
                          .add(terms.size() - 1));
        });
  }

  private void add(String term) {
    for (Words.Token token : Words.split(term)) {
      if (!Character.isIdeographic(token.folded().codePointAt(0))) {
        words.merge(token.folded(), 1, Integer::sum);
      }
    }
    boolean isHan = term.codePoints().allMatch(Character::isIdeographic);
    int length = term.length();
    if (!isHan || length < 2 || length > LONGEST_HAN) {
      return;
    }
    han.add(term);
    bySound.putIfAbsent(length + sound.apply(term), term);
    for (int at = 0; length >= SHORTEST_SHAPE && at < length; at++) {
      byShape.putIfAbsent(shape(term, at), term);
    }
  }

  private static String shape(String term, int open) {
    return term.substring(0, open) + '?' + term.substring(open + 1);
  }

  /// Whether the word, in any case and number, is one of an English term.
  public boolean knows(String word) {
    List<Words.Token> tokens = Words.split(word);
    return tokens.size() == 1 && words.containsKey(tokens.getFirst().folded());
  }

  /// The word of an English term nearest to one that is not: one edit, from eight letters two; a
  /// swap of neighbours is one. The most frequent of equally near ones.
  public Optional<String> word(String written) {
    List<Words.Token> tokens = Words.split(written);
    if (tokens.size() != 1) {
      return Optional.empty();
    }
    String word = tokens.getFirst().folded();
    int length = word.length();
    if (length < SHORTEST_WORD || length > LONGEST_WORD || words.containsKey(word)) {
      return Optional.empty();
    }
    int most = length < LONG_WORD ? 1 : 2;
    String best = null;
    int bestEdits = most + 1;
    for (String each : words.keySet()) {
      if (Math.abs(each.length() - length) <= most && each.length() >= SHORTEST_WORD - 1) {
        int edits = Nearest.distance(word, each);
        boolean isBetter =
            edits < bestEdits || (edits == bestEdits && best != null && isMoreUsual(each, best));
        if (edits <= most && isBetter) {
          best = each;
          bestEdits = edits;
        }
      }
    }
    return Optional.ofNullable(best);
  }

  private boolean isMoreUsual(String word, String than) {
    int difference = words.getOrDefault(word, 0) - words.getOrDefault(than, 0);
    return difference > 0 || (difference == 0 && word.compareTo(than) < 0);
  }

  /// A Chinese term in place of characters that are none.
  public record Slip(int start, int end, String term) {}

  /// Slips of sound (homophones) and of shape (one wrong character of four or more) in a text, left
  /// to right, the longest at each place.
  public List<Slip> slips(String text) {
    List<Slip> slips = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      Slip slip = slip(text, at);
      if (slip != null) {
        slips.add(slip);
        at = slip.end();
      } else {
        at++;
      }
    }
    return slips;
  }

  private @org.jspecify.annotations.Nullable Slip slip(String text, int at) {
    int run = at;
    while (run < text.length()
        && run - at < LONGEST_HAN
        && Character.isIdeographic(text.charAt(run))) {
      run++;
    }
    for (int end = run; end - at >= 2; end--) {
      String written = text.substring(at, end);
      if (han.contains(written)) {
        return null;
      }
      String heard = bySound.get(written.length() + sound.apply(written));
      if (heard != null) {
        return new Slip(at, end, heard);
      }
      for (int open = 0; written.length() >= SHORTEST_SHAPE && open < written.length(); open++) {
        String seen = byShape.get(shape(written, open));
        if (seen != null) {
          return new Slip(at, end, seen);
        }
      }
    }
    return null;
  }

  /// Concepts of which a term was written in part, each with the share of the term, weighted by
  /// rarity among terms, that the text has, in [0, 1]; best first.
  ///
  /// @param least share that counts
  public Map<Code, Double> partly(String text, double least, int most) {
    Set<String> written = new HashSet<>(features(text));
    Map<Integer, Double> matched = new TreeMap<>();
    Map<Integer, Integer> count = new HashMap<>();
    for (String feature : written) {
      for (int term : byFeature.getOrDefault(feature, List.of())) {
        matched.merge(term, rarity(feature), Double::sum);
        count.merge(term, 1, Integer::sum);
      }
    }
    record Part(int term, double share, double weight) {}
    List<Part> parts = new ArrayList<>();
    matched.forEach(
        (term, sum) -> {
          List<String> features = terms.get(term).features();
          double whole = features.stream().distinct().mapToDouble(this::rarity).sum();
          if (sum / whole >= least && (count.getOrDefault(term, 0) > 1 || features.size() == 1)) {
            parts.add(new Part(term, sum / whole, sum));
          }
        });
    parts.sort(
        Comparator.comparingDouble((Part part) -> part.share() * part.weight())
            .reversed()
            .thenComparingInt(Part::term));
    Map<Code, Double> codes = new LinkedHashMap<>();
    for (Part part : parts) {
      for (Code code : terms.get(part.term()).codes()) {
        if (codes.size() < most || codes.containsKey(code)) {
          codes.merge(code, Math.min(1, part.share()), Math::max);
        }
      }
    }
    return codes;
  }

  private double rarity(String feature) {
    int frequency = byFeature.getOrDefault(feature, List.of()).size();
    return Math.log(1 + (double) terms.size() / Math.max(1, frequency));
  }

  /// Latin words and pairs of Han characters.
  private static List<String> features(String text) {
    List<String> features = new ArrayList<>();
    Words.Token before = null;
    for (Words.Token token : Words.split(text)) {
      boolean isHan = Character.isIdeographic(token.folded().codePointAt(0));
      if (!isHan) {
        features.add(token.folded());
      } else if (before != null && before.end() == token.start()) {
        features.add(before.folded() + token.folded());
      }
      before = isHan ? token : null;
    }
    return features;
  }
}
