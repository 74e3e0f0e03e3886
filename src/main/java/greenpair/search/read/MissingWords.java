package greenpair.search.read;

import module java.base;

import greenpair.concept.HanWords;
import greenpair.index.contract.SearchWord;

/// Words of a query that occur nowhere, so that an answer can name them. Han characters are known
/// in overlapping pairs, and a word that no dictionary holds (披萨) is nothing but such pairs: it is
/// named too, together with the missing pairs that it overlaps, unless a word that occurs has one
/// of its characters, because the pair then only spans two words.
public final class MissingWords {
  private MissingWords() {}

  /// The strings that nothing has, in order of place, each once.
  ///
  /// @param words of the text; one occurs where any of the kinds that share its place has it
  /// @param empty words that say nothing, particles such as 的 among them
  /// @param chinese the Chinese words of a text, so that none is cut
  public static List<String> in(
      String text,
      List<SearchWord> words,
      Set<String> empty,
      Function<String, List<HanWords.Part>> chinese) {
    Set<Integer> there = new HashSet<>();
    boolean[] held = new boolean[text.length()];
    for (SearchWord word : words) {
      if (word.occurs()) {
        there.add(word.start());
        for (int at = word.start(); word.isWhole() && at < word.end(); at++) {
          held[at] = true;
        }
      }
    }
    List<int[]> runs = new ArrayList<>();
    for (SearchWord word : words) {
      if (!there.contains(word.start()) && (word.isWhole() || isFree(word, held))) {
        add(runs, word);
      }
    }
    Set<String> unmatched = new LinkedHashSet<>();
    for (int[] run : whole(text, runs, chinese)) {
      trim(text, run, empty);
      String word = text.substring(run[0], run[1]);
      // A number is meaningless without its unit.
      if (word.chars().anyMatch(Character::isLetter)
          && !empty.contains(word.toLowerCase(Locale.ROOT))) {
        unmatched.add(word);
      }
    }
    return List.copyOf(unmatched);
  }

  /// The words of the dictionary in a Chinese run, since a run may begin and end within a word;
  /// otherwise, the rest of it between the terms that it cuts.
  private static List<int[]> whole(
      String text, List<int[]> runs, Function<String, List<HanWords.Part>> chinese) {
    if (runs.stream().noneMatch(run -> Character.isIdeographic(text.codePointAt(run[0])))) {
      return runs;
    }
    List<int[]> whole = new ArrayList<>();
    List<HanWords.Part> parts = chinese.apply(text);
    for (int[] run : runs) {
      int[] rest = run.clone();
      boolean isSaid = false;
      for (HanWords.Part part : parts) {
        if (part.isKnown() && part.start() < run[1] && run[0] < part.end()) {
          boolean isInside = run[0] <= part.start() && part.end() <= run[1];
          if (isInside) {
            whole.add(new int[] {part.start(), part.end()});
            isSaid = true;
          } else if (part.start() < run[0]) {
            rest[0] = part.end();
          } else {
            rest[1] = part.start();
          }
        }
      }
      boolean isCut = rest[1] - rest[0] < run[1] - run[0];
      if (!isSaid && (!isCut || rest[1] - rest[0] > 1)) {
        whole.add(rest);
      }
    }
    return whole;
  }

  /// Particles at either end are not of the word: 和披萨.
  private static void trim(String text, int[] run, Set<String> empty) {
    while (run[0] < run[1] && isParticle(text.charAt(run[0]), empty)) {
      run[0]++;
    }
    while (run[0] < run[1] && isParticle(text.charAt(run[1] - 1), empty)) {
      run[1]--;
    }
  }

  private static boolean isParticle(char character, Set<String> empty) {
    return Character.isIdeographic(character) && empty.contains(String.valueOf(character));
  }

  private static boolean isFree(SearchWord word, boolean[] held) {
    for (int at = word.start(); at < word.end(); at++) {
      if (held[at]) {
        return false;
      }
    }
    return true;
  }

  /// Kinds share places, and pairs overlap: both make one run.
  private static void add(List<int[]> runs, SearchWord word) {
    for (int[] run : runs) {
      if (word.start() < run[1] && run[0] < word.end()) {
        run[0] = Math.min(run[0], word.start());
        run[1] = Math.max(run[1], word.end());
        return;
      }
    }
    runs.add(new int[] {word.start(), word.end()});
  }
}
