package greenpair.concept;

import module java.base;

import greenpair.text.WordTokens;

/// Finds the English headwords of a lexicon in a text: the longest at a place, as written, else
/// with the stem of its last word, else with the stems of all.
record Headwords(Lexicon lexicon, UnaryOperator<String> stem) {
  /// What may stand between two words of one headword.
  private static final Pattern GAP = Pattern.compile("[\\s.'’&/-]{1,2}");

  /// @param end one past its last token; the first if there is none
  /// @param renderings empty if there is none
  record Found(int end, List<Lexicon.Rendering> renderings) {}

  Found longest(String text, List<WordTokens.Token> tokens, int start) {
    int end = start + 1;
    while (end - start < lexicon.longestEnglish()
        && end < tokens.size()
        && joins(text, tokens.get(end - 1), tokens.get(end))) {
      end++;
    }
    for (; end > start; end--) {
      List<Lexicon.Rendering> renderings = of(tokens.subList(start, end));
      if (!renderings.isEmpty()) {
        return new Found(end, renderings);
      }
    }
    return new Found(start, List.of());
  }

  private static boolean joins(String text, WordTokens.Token before, WordTokens.Token after) {
    return !Character.isIdeographic(after.written().codePointAt(0))
        && GAP.matcher(text.substring(before.end(), after.start())).matches();
  }

  private List<Lexicon.Rendering> of(List<WordTokens.Token> tokens) {
    List<String> words = new ArrayList<>();
    tokens.forEach(each -> words.add(WordTokens.lower(each.written())));
    List<Lexicon.Rendering> found = lexicon.chinese(String.join(" ", words));
    if (found.isEmpty()) {
      words.set(words.size() - 1, stem.apply(words.getLast()));
      found = lexicon.chinese(String.join(" ", words));
    }
    if (found.isEmpty() && words.size() > 1) {
      words.replaceAll(stem);
      found = lexicon.chinese(String.join(" ", words));
    }
    return found;
  }
}
