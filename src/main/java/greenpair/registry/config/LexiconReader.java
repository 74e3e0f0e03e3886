package greenpair.registry.config;

import module java.base;

import greenpair.concept.Lexicon;
import greenpair.config.Problems;
import greenpair.message.Message;

/// Reads the lexicon: a TSV without a header, in each line an English headword, a tab, and its
/// Chinese translations, most common first, separated by `|`.
///
/// A headword is unique regardless of case; case has no meaning. A rendering is in
/// Simplified characters and occurs once in a line.
final class LexiconReader {
  private static final int LONGEST_HEADWORD = 60;
  private static final int LONGEST_RENDERING = 20;

  private final String file;
  private final Problems problems;
  private final List<String> lines;
  private final Map<String, List<String>> renderings;

  /// @param problems get each fault with line, value and rule
  LexiconReader(String file, List<String> lines, Problems problems) {
    this.file = file;
    this.lines = lines;
    this.problems = problems;
    this.renderings = HashMap.newHashMap(lines.size());
  }

  Lexicon read() {
    for (int number = 1; number <= lines.size(); number++) {
      line(number);
    }
    return new Lexicon(renderings);
  }

  private void line(int number) {
    String line = lines.get(number - 1);
    int tab = line.indexOf('\t');
    if (tab < 0 || line.indexOf('\t', tab + 1) > 0) {
      problems.refuse(file + ":" + number, Message.of("lexicon.line"), line);
      return;
    }
    String headword = line.substring(0, tab);
    if (!isHeadword(headword)) {
      refuse(
          number, "headword", headword, Message.of("lexicon.headword", "most", LONGEST_HEADWORD));
      return;
    }
    String rest = line.substring(tab + 1);
    List<String> all = rest.indexOf('|') < 0 ? List.of(rest) : List.of(rest.split("\\|", -1));
    if (renderings.putIfAbsent(headword.toLowerCase(Locale.ROOT), all) == null) {
      check(number, all);
    } else {
      Message rule = Message.of("lexicon.unique", "first", first(headword));
      refuse(number, "headword", headword, rule);
    }
  }

  /// The number of the first line with a headword.
  private int first(String headword) {
    String start = (headword + "\t").toLowerCase(Locale.ROOT);
    int number = 1;
    while (!lines.get(number - 1).toLowerCase(Locale.ROOT).startsWith(start)) {
      number++;
    }
    return number;
  }

  private void check(int number, List<String> all) {
    for (String each : all) {
      if (!isRendering(each)) {
        refuse(
            number, "rendering", each, Message.of("lexicon.rendering", "most", LONGEST_RENDERING));
        return;
      }
    }
    if (all.size() > 1 && new HashSet<>(all).size() < all.size()) {
      refuse(number, "rendering", String.join("|", all), Message.of("lexicon.once"));
    }
  }

  private static boolean isHeadword(String text) {
    return has(text, Character::isLetter)
        && !has(text, Character::isIdeographic)
        && text.length() <= LONGEST_HEADWORD
        && text.equals(text.strip());
  }

  private static boolean isRendering(String text) {
    return text.length() <= LONGEST_RENDERING
        && has(text, Character::isIdeographic)
        && !has(text, Character::isWhitespace);
  }

  /// A loop, because startup waits for all lines and streams are slow before they are compiled.
  private static boolean has(String text, IntPredicate wanted) {
    for (int at = 0; at < text.length(); ) {
      int point = text.codePointAt(at);
      if (wanted.test(point)) {
        return true;
      }
      at += Character.charCount(point);
    }
    return false;
  }

  private void refuse(int line, String what, String value, Message rule) {
    problems.refuse(file + ":" + line + ": " + what, rule, value);
  }
}
