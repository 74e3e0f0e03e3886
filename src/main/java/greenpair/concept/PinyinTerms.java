package greenpair.concept;

import module java.base;

/// Chinese terms that were typed in Latin letters, as on a keyboard without Chinese: `haimian
/// chengshi` for 海绵城市, in syllables, words or as one word.
public final class PinyinTerms {
  private static final Pattern WORD = Pattern.compile("[a-zA-Z]+");

  /// Fewer letters are mostly a word of another language.
  private static final int SHORTEST = 6;

  /// So many characters sound like those of other words (huoche is a train or a truck), and are
  /// meant only where nothing else is written.
  private static final int SHORT = 2;

  private static final int MOST_WORDS = 8;

  private final Map<String, String> terms = new HashMap<>();

  /// @param terms in Han characters; the first of several that sound the same is meant
  /// @param sound their pinyin without tones and spaces
  public PinyinTerms(Iterable<String> terms, UnaryOperator<String> sound) {
    for (String term : terms) {
      String letters = sound.apply(term);
      if (letters.length() >= SHORTEST) {
        this.terms.putIfAbsent(letters, term);
      }
    }
  }

  /// The terms in a text, left to right, the longest at each place.
  ///
  /// @param isKnown whether the word at a place means something as it is written; one at least of
  ///     the words of a term does not
  public List<NearTerms.Misspelling> find(String text, IntPredicate isKnown) {
    List<MatchResult> words = WORD.matcher(text).results().toList();
    List<NearTerms.Misspelling> found = new ArrayList<>();
    int at = 0;
    while (at < words.size()) {
      int last = Math.min(words.size(), at + MOST_WORDS);
      while (last > at && !isTerm(text, words.subList(at, last), isKnown)) {
        last--;
      }
      if (last > at) {
        List<MatchResult> run = words.subList(at, last);
        found.add(
            new NearTerms.Misspelling(
                start(run), end(run), Objects.requireNonNull(terms.get(letters(text, run)))));
      }
      at = Math.max(at + 1, last);
    }
    return found;
  }

  private boolean isTerm(String text, List<MatchResult> run, IntPredicate isKnown) {
    String term = terms.get(letters(text, run));
    boolean isAlone = end(run) - start(run) == text.strip().length();
    return term != null
        && (term.length() > SHORT || isAlone)
        && !run.stream().allMatch(word -> isKnown.test(word.start()));
  }

  /// Keyboards have no ü, so v is typed for it; pinyin has no other v.
  private static String letters(String text, List<MatchResult> run) {
    String written = text.substring(start(run), end(run)).toLowerCase(Locale.ROOT);
    return written.replace(" ", "").replace("'", "").replace('v', 'u');
  }

  private static int start(List<MatchResult> run) {
    return run.getFirst().start();
  }

  private static int end(List<MatchResult> run) {
    return run.getLast().end();
  }
}
