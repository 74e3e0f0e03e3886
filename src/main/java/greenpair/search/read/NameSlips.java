package greenpair.search.read;

import module java.base;

import greenpair.index.analysis.NameKeys;
import greenpair.index.contract.SearchWord;

/// Misspelt names of entries and cities in a typed query.
final class NameSlips {
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}{2,}");
  private static final int LONGEST_NAME = 8;
  private static final int SHORTEST = 6;
  private static final int BASIC = 0x80;

  private NameSlips() {}

  /// Names of entries that were written with other characters of the same sound. Characters that
  /// are words of entries or of the dictionary are none, nor are parts of two such words: 京冬 of
  /// 北京|冬奥会.
  static List<Rewrite> heard(String rest, List<SearchWord> words, QueryRewriter.Entries entries) {
    BitSet strange = new BitSet();
    words.stream()
        .filter(word -> Character.isIdeographic(rest.codePointAt(word.start())))
        .filter(word -> !word.occurs() && !word.isWhole())
        .forEach(word -> strange.set(word.start()));
    words.stream().filter(SearchWord::occurs).forEach(word -> strange.clear(word.start()));
    List<Rewrite> rewrites = new ArrayList<>();
    Matcher run = HAN.matcher(rest);
    while (run.find()) {
      int at = run.start();
      while (at < run.end() - 1) {
        int next = at + 1;
        for (int end = Math.min(run.end(), at + LONGEST_NAME); end > at + 1; end--) {
          int pair = strange.nextSetBit(at);
          String written = rest.substring(at, end);
          Optional<String> name =
              pair < 0 || pair > end - 2 || isCut(words, at, end)
                  ? Optional.empty()
                  : entries.heard(written);
          if (name.isPresent()) {
            rewrites.add(new Rewrite(at, end, written, name.get()));
            next = end;
            break;
          }
        }
        at = next;
      }
    }
    return rewrites;
  }

  /// Cities of several words of which no entry has one, even if it is another word: Los Angles.
  static List<Rewrite> cities(String query, List<SearchWord> words, QueryRewriter.Entries entries) {
    List<Rewrite> rewrites = new ArrayList<>();
    boolean isPlain = query.chars().allMatch(each -> each < BASIC);
    for (NameKeys.Window part : isPlain ? NameKeys.windows(query) : List.<NameKeys.Window>of()) {
      boolean isSeveral = part.key().length() < part.written().length();
      boolean isStrange =
          words.stream()
              .filter(word -> part.start() <= word.start() && word.end() <= part.end())
              .anyMatch(word -> word.isWhole() && !word.occurs());
      String written = query.substring(part.start(), part.end());
      if (isSeveral && isStrange && part.key().length() >= SHORTEST) {
        entries
            .slipped(part.key())
            .map(city -> new Rewrite(part.start(), part.end(), written, city))
            .ifPresent(rewrites::add);
      }
    }
    return rewrites;
  }

  static boolean isCut(List<SearchWord> words, int start, int end) {
    return words.stream()
        .anyMatch(word -> word.isWhole() && (word.isAround(start) || word.isAround(end)));
  }
}
