package greenpair.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// English words and the Chinese ones that say the same, in both directions.
///
/// English is found by the words of a headword in lower case, whatever stands between them; Chinese
/// as it is written, Simplified. Immutable.
public final class Lexicon {
  private final Map<String, List<String>> chinese = new HashMap<>();
  private final Map<String, List<Rendering>> english = new HashMap<>();
  private int longestEnglish;
  private int longestChinese;

  /// A word of the other language.
  ///
  /// @param rank its place among the renderings of the English headword, from 0
  public record Rendering(String written, int rank) {}

  /// @param renderings Chinese words by English headword, the usual one first
  public Lexicon(Map<String, List<String>> renderings) {
    renderings.forEach(this::add);
    Comparator<Rendering> order =
        Comparator.comparingInt(Rendering::rank)
            .thenComparingInt(each -> each.written().length())
            .thenComparing(Rendering::written);
    english.values().forEach(each -> each.sort(order));
  }

  private void add(String headword, List<String> renderings) {
    List<Words.Token> tokens = Words.split(headword);
    String key =
        tokens.stream().map(each -> Words.lower(each.written())).collect(Collectors.joining(" "));
    chinese.putIfAbsent(key, List.copyOf(renderings));
    longestEnglish = Math.max(longestEnglish, tokens.size());
    for (int rank = 0; rank < renderings.size(); rank++) {
      String word = renderings.get(rank);
      longestChinese = Math.max(longestChinese, word.length());
      english.computeIfAbsent(word, absent -> new ArrayList<>()).add(new Rendering(headword, rank));
    }
  }

  /// Without a word.
  public static Lexicon empty() {
    return new Lexicon(Map.of());
  }

  public boolean isEmpty() {
    return chinese.isEmpty();
  }

  /// Chinese for an English headword, the usual one first; empty for one that is not there.
  ///
  /// @param key its words in lower case with one blank between them
  List<Rendering> chinese(String key) {
    List<String> all = chinese.getOrDefault(key, List.of());
    List<Rendering> ranked = new ArrayList<>(all.size());
    for (int rank = 0; rank < all.size(); rank++) {
      ranked.add(new Rendering(all.get(rank), rank));
    }
    return ranked;
  }

  /// The headwords that a Chinese word renders, first those of which it is the usual rendering;
  /// empty for one that is not there.
  List<Rendering> english(String word) {
    return english.getOrDefault(word, List.of());
  }

  boolean hasChinese(String word) {
    return english.containsKey(word);
  }

  /// How many words the longest English headword has.
  int longestEnglish() {
    return longestEnglish;
  }

  /// How many characters the longest Chinese word has.
  int longestChinese() {
    return longestChinese;
  }
}
