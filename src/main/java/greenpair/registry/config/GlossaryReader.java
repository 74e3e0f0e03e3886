package greenpair.registry.config;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import greenpair.catalog.Code;
import greenpair.catalog.value.Nearest;
import greenpair.config.Problems;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Reads the glossary: a CSV with the header `code,language,term,form`, one term in a line.
///
/// `language` is `en` or `zh`. `form` is empty for a term that counts wherever it occurs, `case`
/// for a short form that counts only in capitals, `beside` for one that counts only near another
/// term, `problem` for a description by people who do not know a term ("damp cold flats"). A term
/// may have several codes, but only once for each code and language.
final class GlossaryReader {
  private static final List<String> HEADER = List.of("code", "language", "term", "form");
  private static final Set<String> LANGUAGES = Set.of("en", "zh");
  private static final String PROBLEM = "problem";
  private static final Set<String> FORMS = Set.of("", "case", "beside", PROBLEM);
  private static final int LONGEST = 100;

  private final String file;
  private final Problems problems;
  private final Map<Code, Terms> terms = new HashMap<>();
  private final Map<String, String> forms = new HashMap<>();

  /// The terms of the line before, which mostly has the same code.
  private @Nullable Terms last;

  private GlossaryReader(String file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  /// The terms of a code, in the order of the file.
  ///
  /// @param line the first line with the code
  /// @param problems those of the form `problem`
  /// @param firsts the first line of each term
  record Terms(
      Code code,
      long line,
      List<String> english,
      List<String> chinese,
      List<String> problems,
      Map<String, Long> firsts) {
    Terms(Code code, long line) {
      this(code, line, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new HashMap<>());
    }
  }

  /// The contents of the file.
  ///
  /// @param caseKept terms of the form `case`
  /// @param beside terms of the form `beside`
  record Glossary(Map<Code, Terms> terms, Set<String> caseKept, Set<String> beside) {
    Terms of(Code code) {
      Terms found = terms.get(code);
      return found == null ? new Terms(code, 0) : found;
    }

    ConfigFolder.ShortForms shortForms() {
      return new ConfigFolder.ShortForms(caseKept, beside);
    }
  }

  /// Faults go to the problems, each with line, column, value and rule.
  static Glossary read(Path path, Problems problems) {
    GlossaryReader reader = new GlossaryReader(path.getFileName().toString(), problems);
    try {
      reader.lines(Files.readString(path));
    } catch (NoSuchFileException e) {
      problems.add(path + " does not exist; create it with at least its header");
    } catch (MalformedInputException e) {
      problems.add(path + " is not UTF-8; save it as UTF-8");
    } catch (IOException e) {
      problems.add(path + " cannot be read: " + e);
    }
    return new Glossary(reader.terms, reader.termsOf("case"), reader.termsOf("beside"));
  }

  private void lines(String text) {
    String plain = text.startsWith("\ufeff") ? text.substring(1) : text;
    boolean isHeader = true;
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .allowExtraFields(true)
            .allowMissingFields(true)
            .skipEmptyLines(true)
            .ofCsvRecord(plain)) {
      for (CsvRecord row : csv) {
        if (isHeader) {
          isHeader = false;
          if (!row.getFields().equals(HEADER)) {
            problem(
                row,
                "header",
                String.join(",", row.getFields()),
                "must be code,language,term,form");
            return;
          }
        } else {
          row(row);
        }
      }
    } catch (CsvParseException e) {
      problems.add(file + ": " + e.getMessage());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    if (isHeader) {
      problems.add(file + " is empty; its first line must be code,language,term,form");
    }
  }

  private void row(CsvRecord row) {
    int columns = row.getFieldCount();
    if (columns != HEADER.size()) {
      problem(
          row, "line", String.join(",", row.getFields()), "must have 4 columns, not " + columns);
      return;
    }
    String language = row.getField(1);
    String term = row.getField(2);
    String form = row.getField(3);
    boolean isGood = LANGUAGES.contains(language) || must(row, "language", "must be en or zh");
    isGood &= FORMS.contains(form) || must(row, "form", "must be empty, case, beside or problem");
    isGood &=
        isTerm(term)
            || must(
                row,
                "term",
                "must have a letter, at most " + LONGEST + " characters and no space around it");
    Terms ofCode = terms(row);
    if (ofCode == null || !isGood) {
      return;
    }
    if (form.equals("case") && !term.equals(term.toUpperCase(Locale.ROOT))) {
      isGood = must(row, "form", "may be case only for a term in capitals, not \"" + term + "\"");
    }
    String other = forms.putIfAbsent(term, form);
    if (other != null && !other.equals(form)) {
      isGood =
          must(
              row,
              "form",
              "must be \"" + other + "\" as in the other lines of the term \"" + term + "\"");
    }
    Long first = ofCode.firsts().putIfAbsent(term, row.getStartingLineNumber());
    if (first != null) {
      isGood = must(row, "term", "must be unique for a code (see line " + first + ")");
    }
    if (isGood) {
      List<String> list = language.equals("en") ? ofCode.english() : ofCode.chinese();
      (form.equals(PROBLEM) ? ofCode.problems() : list).add(term);
    }
  }

  /// Records that a column breaks a rule; false.
  private boolean must(CsvRecord row, String column, String rule) {
    problem(row, column, row.getField(HEADER.indexOf(column)), rule);
    return false;
  }

  /// A loop, because startup waits for all lines and streams are slow before they are compiled.
  private static boolean isTerm(String term) {
    boolean hasLetter = false;
    for (int at = 0; at < term.length() && !hasLetter; ) {
      int point = term.codePointAt(at);
      hasLetter = Character.isLetterOrDigit(point);
      at += Character.charCount(point);
    }
    return hasLetter && term.length() <= LONGEST && term.equals(term.strip());
  }

  /// The terms of the row's code; null if it is no code.
  private @Nullable Terms terms(CsvRecord row) {
    String word = row.getField(0);
    if (last == null || !last.code().value().equals(word)) {
      try {
        last =
            terms.computeIfAbsent(
                new Code(word), code -> new Terms(code, row.getStartingLineNumber()));
      } catch (IllegalArgumentException e) {
        problems.add(where(row, "code") + e.getMessage());
        return null;
      }
    }
    return last;
  }

  private void problem(CsvRecord row, String column, String value, String rule) {
    problems.add(
        where(row, column) + column + " " + rule + ", but was \"" + Nearest.shorten(value) + "\"");
  }

  private String where(CsvRecord row, String column) {
    int at = HEADER.indexOf(column);
    return file
        + " line "
        + row.getStartingLineNumber()
        + (at < 0 ? ": " : ", column " + (at + 1) + ": ");
  }

  private Set<String> termsOf(String wanted) {
    Set<String> found = new TreeSet<>();
    forms.forEach(
        (term, form) -> {
          if (form.equals(wanted)) {
            found.add(term);
          }
        });
    return found;
  }
}
