package greenpair.concept;

import module java.base;

import greenpair.config.Lazy;
import greenpair.text.WordTokens;

/// English words and Chinese words of the same meaning, in both directions.
///
/// English is looked up by the words of a headword in lower case, ignoring separators; Chinese as
/// it is written, Simplified. Immutable.
public final class Lexicon {
  private static final Comparator<Rendering> USUAL_FIRST =
      Comparator.comparingInt(Rendering::rank)
          .thenComparingInt(each -> each.written().length())
          .thenComparing(Rendering::written);

  private final Lazy<Tables> tables;

  /// A word of the other language.
  ///
  /// @param rank its place among the renderings of the English headword, from 0
  public record Rendering(String written, int rank) {}

  /// @param renderings Chinese words by English headword, the usual one first
  public Lexicon(Map<String, List<String>> renderings) {
    this.tables = new Lazy<>(() -> new Tables(renderings));
  }

  /// The words by either language.
  private static final class Tables {
    final Map<String, List<String>> chinese = new HashMap<>();
    final Map<String, List<Rendering>> english = new HashMap<>();
    int longestEnglish;
    int longestChinese;

    Tables(Map<String, List<String>> renderings) {
      renderings.forEach(this::add);
    }

    private void add(String headword, List<String> renderings) {
      String key = key(headword);
      chinese.putIfAbsent(key, renderings);
      longestEnglish = Math.max(longestEnglish, words(key));
      for (int rank = 0; rank < renderings.size(); rank++) {
        String word = renderings.get(rank);
        longestChinese = Math.max(longestChinese, word.length());
        english
            .computeIfAbsent(word, absent -> new ArrayList<>(1))
            .add(new Rendering(headword, rank));
      }
    }
  }

  private static int words(String key) {
    int words = 1;
    for (int at = key.indexOf(' '); at >= 0; at = key.indexOf(' ', at + 1)) {
      words++;
    }
    return words;
  }

  /// Its words in lower case with one blank between them. Fast path, because nearly all headwords
  /// have this form.
  private static String key(String headword) {
    for (int at = 0; at < headword.length(); at++) {
      char each = headword.charAt(at);
      if (each != ' ' && (each < 'a' || each > 'z')) {
        List<String> words = new ArrayList<>();
        WordTokens.split(headword).forEach(token -> words.add(WordTokens.lower(token.written())));
        return String.join(" ", words);
      }
    }
    return headword;
  }

  /// An empty lexicon.
  public static Lexicon empty() {
    return new Lexicon(Map.of());
  }

  public boolean isEmpty() {
    return tables.get().chinese.isEmpty();
  }

  /// Chinese for an English headword, the usual one first; empty if it does not exist.
  ///
  /// @param key its words in lower case with one blank between them
  public List<Rendering> chinese(String key) {
    List<String> all = tables.get().chinese.getOrDefault(key, List.of());
    List<Rendering> ranked = new ArrayList<>(all.size());
    for (int rank = 0; rank < all.size(); rank++) {
      ranked.add(new Rendering(all.get(rank), rank));
    }
    return ranked;
  }

  /// The headwords that a Chinese word renders, beginning with those for which it is the usual
  /// rendering; empty if it does not exist.
  public List<Rendering> english(String word) {
    return tables.get().english.getOrDefault(word, List.of()).stream().sorted(USUAL_FIRST).toList();
  }

  /// Whether it renders a headword.
  public boolean hasChinese(String word) {
    return tables.get().english.containsKey(word);
  }

  /// How many words the longest English headword has.
  int longestEnglish() {
    return tables.get().longestEnglish;
  }

  /// How many characters the longest Chinese word has.
  int longestChinese() {
    return tables.get().longestChinese;
  }
}
