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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

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
  private final Map<Code, Map<String, Set<String>>> terms = new HashMap<>();
  private final Map<Code, List<String>> said = new HashMap<>();
  private final Map<Code, Long> lines = new HashMap<>();
  private final Map<String, Long> firsts = new HashMap<>();
  private final Map<String, String> forms = new HashMap<>();

  private GlossaryReader(String file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  /// The contents of the file.
  ///
  /// @param terms in the order of the file, by code and language
  /// @param said of the form `problem`, by code
  /// @param caseKept terms of the form `case`
  /// @param beside terms of the form `beside`
  record Glossary(
      Map<Code, Map<String, Set<String>>> terms,
      Map<Code, List<String>> said,
      Map<Code, Long> lines,
      Set<String> caseKept,
      Set<String> beside) {
    List<String> of(Code code, String language) {
      return List.copyOf(
          terms.getOrDefault(code, Map.of()).getOrDefault(language, Set.<String>of()));
    }

    ConfigFolder.ShortForms shortForms() {
      return new ConfigFolder.ShortForms(caseKept, beside);
    }

    List<String> problems(Code code) {
      return said.getOrDefault(code, List.of());
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
    return new Glossary(
        reader.terms, reader.said, reader.lines, reader.termsOf("case"), reader.termsOf("beside"));
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
    boolean isGood =
        check(row, "language", language, LANGUAGES.contains(language), "must be en or zh");
    isGood &=
        check(row, "form", form, FORMS.contains(form), "must be empty, case, beside or problem");
    isGood &=
        check(
            row,
            "term",
            term,
            term.codePoints().anyMatch(Character::isLetterOrDigit)
                && term.length() <= LONGEST
                && term.equals(term.strip()),
            "must have a letter, at most " + LONGEST + " characters and no space around it");
    Code code = code(row);
    if (code == null || !isGood) {
      return;
    }
    isGood =
        check(
            row,
            "form",
            form,
            !form.equals("case") || term.equals(term.toUpperCase(java.util.Locale.ROOT)),
            "may be case only for a term in capitals, not \"" + term + "\"");
    String other = forms.putIfAbsent(term, form);
    isGood &=
        check(
            row,
            "form",
            form,
            other == null || other.equals(form),
            "must be \"" + other + "\" as in the other lines of the term \"" + term + "\"");
    Long first = firsts.putIfAbsent(code + "\t" + term, row.getStartingLineNumber());
    isGood &=
        check(
            row, "term", term, first == null, "must be unique for a code (see line " + first + ")");
    if (isGood) {
      lines.putIfAbsent(code, row.getStartingLineNumber());
      if (form.equals(PROBLEM)) {
        said.computeIfAbsent(code, key -> new java.util.ArrayList<>()).add(term);
        return;
      }
      terms
          .computeIfAbsent(code, key -> new HashMap<>())
          .computeIfAbsent(language, key -> new java.util.LinkedHashSet<>())
          .add(term);
    }
  }

  private @org.jspecify.annotations.Nullable Code code(CsvRecord row) {
    try {
      return new Code(row.getField(0));
    } catch (IllegalArgumentException e) {
      problems.add(where(row, "code") + e.getMessage());
      return null;
    }
  }

  private boolean check(CsvRecord row, String column, String value, boolean isGood, String rule) {
    if (!isGood) {
      problem(row, column, value, rule);
    }
    return isGood;
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
