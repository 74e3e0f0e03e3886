package greenpair.registry.config;

import greenpair.catalog.value.Nearest;
import greenpair.concept.Lexicon;
import greenpair.config.Problems;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;

/// Reads the lexicon: a TSV without a header, in each line an English headword, a tab, and its
/// Chinese translations, most common first, separated by `|`.
///
/// A headword is unique regardless of case; case has no meaning. A rendering is in
/// Simplified characters and occurs once in a line.
final class LexiconReader {
  private static final String HEADWORD = "headword";
  private static final String RENDERING = "rendering";
  private static final List<String> COLUMNS = List.of(HEADWORD, RENDERING);
  private static final int LONGEST_HEADWORD = 60;
  private static final int LONGEST_RENDERING = 20;

  private final String file;
  private final Problems problems;
  private final List<String> lines;
  private final Map<String, List<String>> renderings;

  private LexiconReader(String file, List<String> lines, Problems problems) {
    this.file = file;
    this.lines = lines;
    this.problems = problems;
    this.renderings = HashMap.newHashMap(lines.size());
  }

  /// Faults go to the problems, each with line, column, value and rule.
  static Lexicon read(Path path, Problems problems) {
    try {
      String file = path.getFileName().toString();
      LexiconReader reader = new LexiconReader(file, Files.readAllLines(path), problems);
      for (int number = 1; number <= reader.lines.size(); number++) {
        reader.line(number);
      }
      return new Lexicon(reader.renderings);
    } catch (NoSuchFileException e) {
      problems.add(path + " does not exist; create it (it may be empty)");
    } catch (MalformedInputException e) {
      problems.add(path + " is not UTF-8; save it as UTF-8");
    } catch (IOException e) {
      problems.add(path + " cannot be read: " + e);
    }
    return Lexicon.empty();
  }

  private void line(int number) {
    String line = lines.get(number - 1);
    int tab = line.indexOf('\t');
    if (tab < 0 || line.indexOf('\t', tab + 1) > 0) {
      problem(number, "line", line, "must have a headword, a tab, and renderings separated by |");
      return;
    }
    String headword = line.substring(0, tab);
    if (!isHeadword(headword)) {
      problem(
          number,
          HEADWORD,
          headword,
          "must have a letter, no Chinese character, at most "
              + LONGEST_HEADWORD
              + " characters and no space around it");
      return;
    }
    String rest = line.substring(tab + 1);
    List<String> all = rest.indexOf('|') < 0 ? List.of(rest) : List.of(rest.split("\\|", -1));
    if (renderings.putIfAbsent(headword.toLowerCase(Locale.ROOT), all) == null) {
      check(number, all);
    } else {
      problem(number, HEADWORD, headword, "must be unique (see line " + first(headword) + ")");
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
        problem(
            number,
            RENDERING,
            each,
            "must have a Chinese character, at most %s characters and no space"
                .formatted(LONGEST_RENDERING));
        return;
      }
    }
    if (all.size() > 1 && new HashSet<>(all).size() < all.size()) {
      problem(number, RENDERING, String.join("|", all), "must occur once in a line");
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

  private void problem(int line, String what, String value, String rule) {
    int column = COLUMNS.indexOf(what);
    problems.add(
        "%s line %s%s%s %s, but was \"%s\""
            .formatted(
                file,
                line,
                column < 0 ? ": " : ", column " + (column + 1) + ": ",
                what,
                rule,
                Nearest.shorten(value)));
  }
}
