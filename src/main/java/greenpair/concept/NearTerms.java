package greenpair.concept;

import module java.base;

import greenpair.catalog.taxonomy.Concept;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.catalog.value.Nearest;
import greenpair.text.WordTokens;

/// Terms of the taxonomy near a misspelling: a misspelt English word, or Chinese characters with
/// the same sound or one wrong character of four.
public final class NearTerms {
  private static final int SHORTEST_WORD = 4;
  private static final int SHORT_WORD = 5;
  private static final int LONG_WORD = 9;
  private static final int LONGEST_WORD = 30;
  private static final int SHORTEST_SHAPE = 4;
  private static final int LONGEST_HAN = 12;

  /// A longer text is treated as a sentence.
  private static final int TYPED = 16;

  private final Map<String, Integer> words = new HashMap<>();
  private final Map<String, Integer> lettersOf = new HashMap<>();
  private final Map<String, String> bySound = new HashMap<>();
  private final Map<String, String> byShape = new HashMap<>();
  private final Set<String> han = new LinkedHashSet<>();
  private final Predicate<String> isWord;
  private final UnaryOperator<String> sound;
  private final UnaryOperator<String> spelling;

  /// @param rules short forms with restrictions are not used here
  /// @param isWord whether English has a word, in lower case, in other terms or none
  /// @param sound pronunciation of Han characters
  public NearTerms(
      Taxonomy taxonomy, TermRules rules, Predicate<String> isWord, UnaryOperator<String> sound) {
    this.isWord = isWord;
    this.sound = sound;
    this.spelling = rules.spelling();
    for (Concept concept : taxonomy.concepts()) {
      for (String term : concept.terms()) {
        if (!rules.caseKept().contains(term) && !rules.beside().contains(term)) {
          add(term);
        }
      }
    }
  }

  private void add(String written) {
    String term = spelling.apply(written);
    for (WordTokens.Token token : WordTokens.split(term)) {
      if (!Character.isIdeographic(token.folded().codePointAt(0))) {
        know(token.folded());
        String plain = token.written().toLowerCase(Locale.ROOT);
        if (!plain.equals(token.folded())) {
          know(plain);
        }
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

  private void know(String word) {
    words.merge(word, 1, Integer::sum);
    lettersOf.put(word, letters(word));
  }

  /// The set of letters of a word as bits.
  private static int letters(String word) {
    int letters = 0;
    for (int at = 0; at < word.length(); at++) {
      letters |= 1 << (word.charAt(at) & 31);
    }
    return letters;
  }

  private static String shape(String term, int open) {
    return term.substring(0, open) + '?' + term.substring(open + 1);
  }

  /// The terms in Han characters alone, in the order of the taxonomy.
  public Set<String> chinese() {
    return Collections.unmodifiableSet(han);
  }

  /// Whether the word, in any case and number, is one of an English term.
  public boolean knows(String word) {
    List<WordTokens.Token> tokens = WordTokens.split(word);
    return tokens.size() == 1 && words.containsKey(tokens.getFirst().folded());
  }

  /// The word of an English term nearest to one that is not: one edit, from nine letters two; a
  /// swap of neighbours is one. The most frequent of equally near ones. In a word of up to five
  /// letters, letters may be swapped, doubled or lost, but another letter makes another word. A
  /// word of English is no misspelling.
  public Optional<String> word(String written) {
    List<WordTokens.Token> tokens = WordTokens.split(written);
    if (tokens.size() != 1) {
      return Optional.empty();
    }
    String word = tokens.getFirst().folded();
    int length = word.length();
    boolean isKnown =
        words.containsKey(word)
            || isWord.test(word)
            || isWord.test(WordTokens.lower(tokens.getFirst().written()));
    if (length < SHORTEST_WORD || length > LONGEST_WORD || isKnown) {
      return Optional.empty();
    }
    int most = length < LONG_WORD ? 1 : 2;
    String best = null;
    int bestEdits = most + 1;
    int letters = letters(word);
    for (Map.Entry<String, Integer> known : lettersOf.entrySet()) {
      String each = known.getKey();
      // One edit changes at most two letters of the set, which avoids nearly all comparisons.
      if (Integer.bitCount(letters ^ known.getValue()) <= 2 * most
          && Math.abs(each.length() - length) <= most
          && each.length() >= SHORTEST_WORD - 1) {
        int edits = Nearest.distance(word, each, most);
        boolean isBetter =
            edits < bestEdits
                || (edits == bestEdits && best != null && isLikelier(each, best, letters));
        boolean isAnother =
            length <= SHORT_WORD && each.length() == length && known.getValue() != letters;
        if (edits <= most && isBetter && !isAnother) {
          best = each;
          bestEdits = edits;
        }
      }
    }
    return Optional.ofNullable(best);
  }

  /// A doubled, lost or swapped letter is likelier than another one, and usual words than rare
  /// ones.
  private boolean isLikelier(String word, String than, int letters) {
    boolean isSame = letters(word) == letters;
    if (isSame != (letters(than) == letters)) {
      return isSame;
    }
    int difference = words.getOrDefault(word, 0) - words.getOrDefault(than, 0);
    return difference > 0 || (difference == 0 && word.compareTo(than) < 0);
  }

  /// A Chinese term in place of characters that are none.
  public record Misspelling(int start, int end, String term) {}

  /// Misspellings by sound (homophones) and by shape (one wrong character of four or more) in a
  /// text, left to right, the longest at each place. In a sentence, most of these are other words
  /// (单层玻璃 is not a misspelling of 双层玻璃), so three characters that sound like a term count only in
  /// a run of Han characters with at most two others, and two only if they are the whole run.
  public List<Misspelling> misspellings(String written) {
    String text = spelling.apply(written);
    List<Misspelling> misspellings = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      Misspelling found = misspelling(text, at);
      if (found != null) {
        misspellings.add(found);
        at = found.end();
      } else {
        at++;
      }
    }
    return misspellings;
  }

  /// Whether the characters are a large enough part of their run.
  private static boolean mayBeMisspelt(String text, int start, int end) {
    int from = start;
    int to = end;
    while (from > 0 && Character.isIdeographic(text.charAt(from - 1))) {
      from--;
    }
    while (to < text.length() && Character.isIdeographic(text.charAt(to))) {
      to++;
    }
    int others = to - from - (end - start);
    return end - start >= SHORTEST_SHAPE || others <= (end - start == 2 ? 0 : 2);
  }

  private @org.jspecify.annotations.Nullable Misspelling misspelling(String text, int at) {
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
      boolean isTyped = text.length() <= TYPED;
      if (heard != null && mayBeMisspelt(text, at, end)) {
        return new Misspelling(at, end, heard);
      }
      boolean mayBeShape = isTyped && written.length() >= SHORTEST_SHAPE;
      for (int open = 0; mayBeShape && open < written.length(); open++) {
        String seen = byShape.get(shape(written, open));
        if (seen != null) {
          return new Misspelling(at, end, seen);
        }
      }
    }
    return null;
  }
}
