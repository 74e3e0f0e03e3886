package greenpair.registry.config;

import greenpair.catalog.value.Nearest;
import greenpair.config.Problems;
import greenpair.language.Lexicon;
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
  private final Map<String, List<String>> renderings = new HashMap<>();
  private final Map<String, Integer> firsts = new HashMap<>();

  private LexiconReader(String file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  /// Faults go to the problems, each with line, column, value and rule.
  static Lexicon read(Path path, Problems problems) {
    LexiconReader reader = new LexiconReader(path.getFileName().toString(), problems);
    try {
      List<String> lines = Files.readAllLines(path);
      for (int at = 0; at < lines.size(); at++) {
        reader.line(at + 1, lines.get(at));
      }
    } catch (NoSuchFileException e) {
      problems.add(path + " does not exist; create it (it may be empty)");
    } catch (MalformedInputException e) {
      problems.add(path + " is not UTF-8; save it as UTF-8");
    } catch (IOException e) {
      problems.add(path + " cannot be read: " + e);
    }
    return new Lexicon(reader.renderings);
  }

  private void line(int number, String line) {
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
    Integer first = firsts.putIfAbsent(headword.toLowerCase(Locale.ROOT), number);
    if (first == null) {
      renderings(number, headword, List.of(line.substring(tab + 1).split("\\|", -1)));
    } else {
      problem(number, HEADWORD, headword, "must be unique (see line " + first + ")");
    }
  }

  private void renderings(int number, String headword, List<String> all) {
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
      return;
    }
    renderings.put(headword, all);
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
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      if (wanted.test(text.codePointAt(at))) {
        return true;
      }
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
