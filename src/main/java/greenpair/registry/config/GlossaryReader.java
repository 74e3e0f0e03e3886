package greenpair.registry.config;

import module java.base;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import greenpair.catalog.Code;
import greenpair.catalog.taxonomy.SearchEdit;
import greenpair.catalog.value.InvalidException;
import greenpair.config.Problems;
import greenpair.message.Message;
import org.jspecify.annotations.Nullable;

/// Reads the glossary: a CSV with the header `code,language,term,form`, one term in a line.
///
/// `language` is `en` or `zh`. `form` is empty for a term that counts wherever it occurs, `case`
/// for a short form that counts only in capitals, `beside` for one that counts only near another
/// term, `problem` for a description by people who do not know a term ("damp cold flats"). A term
/// may have several codes, but only once for each code and language.
final class GlossaryReader {
  static final String FILE = "glossary.csv";
  private static final List<String> HEADER = List.of("code", "language", "term", "form");
  private static final List<String> LANGUAGES = List.of("en", "zh");
  private static final String PROBLEM = "problem";
  private static final Set<String> FORMS = Set.of("", "case", "beside", PROBLEM);
  private static final int LONGEST = 100;
  static final long NO_LINE = 0;

  private final Problems problems;
  private final Map<Code, Terms> terms = new HashMap<>();
  private final Map<String, String> forms = new HashMap<>();

  /// The terms of the line before, which mostly has the same code.
  private @Nullable Terms last;

  private GlossaryReader(Problems problems) {
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

    /// Adds terms of coordinators that the file does not have. They have no line, so a code which
    /// the taxonomy has lost is no fault.
    void add(List<SearchEdit> edits) {
      for (SearchEdit each : edits) {
        each.technology()
            .map(code -> terms.computeIfAbsent(code, key -> new Terms(code, NO_LINE)))
            .filter(of -> of.firsts().putIfAbsent(each.words(), NO_LINE) == null)
            .map(of -> isChinese(each.words()) ? of.chinese() : of.english())
            .ifPresent(list -> list.add(each.words()));
      }
    }

    private static boolean isChinese(String term) {
      return term.codePoints().anyMatch(Character::isIdeographic);
    }

    ConfigFolder.ShortForms shortForms() {
      return new ConfigFolder.ShortForms(caseKept, beside);
    }
  }

  /// Faults go to the problems, each with line, column, value and rule.
  static Glossary read(String text, Problems problems) {
    GlossaryReader reader = new GlossaryReader(problems);
    reader.lines(text);
    return new Glossary(reader.terms, reader.termsOf("case"), reader.termsOf("beside"));
  }

  private void lines(String text) {
    boolean isHeader = true;
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .allowExtraFields(true)
            .allowMissingFields(true)
            .skipEmptyLines(true)
            .ofCsvRecord(text)) {
      for (CsvRecord row : csv) {
        if (!isHeader) {
          row(row);
        } else if (!row.getFields().equals(HEADER)) {
          refuse(row, "", row.getFields(), Message.of("glossary.header"));
          return;
        }
        isHeader = false;
      }
    } catch (CsvParseException e) {
      problems.add(FILE, Message.of("glossary.quote"), "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (isHeader && problems.isEmpty()) {
      problems.add(FILE, Message.of("glossary.empty"), "");
    }
  }

  private void row(CsvRecord row) {
    if (row.getFieldCount() != HEADER.size()) {
      refuse(row, "", row.getFields(), Message.of("glossary.header"));
      return;
    }
    String language = row.getField(1);
    String term = row.getField(2);
    String form = row.getField(3);
    boolean isGood =
        LANGUAGES.contains(language)
            || must(row, "language", Message.of("check.one_of", "values", LANGUAGES));
    isGood &= FORMS.contains(form) || must(row, "form", Message.of("glossary.form"));
    isGood &= isTerm(term) || must(row, "term", Message.of("glossary.term", "most", LONGEST));
    Terms ofCode = terms(row);
    if (ofCode == null || !isGood) {
      return;
    }
    if (form.equals("case") && !term.equals(term.toUpperCase(Locale.ROOT))) {
      isGood = must(row, "form", Message.of("glossary.case", "term", term));
    }
    String other = forms.putIfAbsent(term, form);
    if (other != null && !other.equals(form)) {
      isGood = must(row, "form", Message.of("glossary.other_form", "form", other, "term", term));
    }
    Long first = ofCode.firsts().putIfAbsent(term, row.getStartingLineNumber());
    if (first != null) {
      isGood = must(row, "term", Message.of("glossary.unique", "first", first));
    }
    if (isGood) {
      List<String> list = language.equals("en") ? ofCode.english() : ofCode.chinese();
      (form.equals(PROBLEM) ? ofCode.problems() : list).add(term);
    }
  }

  /// Records that a column breaks a rule; false.
  private boolean must(CsvRecord row, String column, Message rule) {
    refuse(row, column, row.getField(HEADER.indexOf(column)), rule);
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
      } catch (InvalidException e) {
        must(row, "code", Message.of("check.code"));
        return null;
      }
    }
    return last;
  }

  private void refuse(CsvRecord row, String column, Object value, Message rule) {
    String where = FILE + ":" + row.getStartingLineNumber();
    problems.refuse(column.isEmpty() ? where : where + ": " + column, rule, value);
  }

  private Set<String> termsOf(String wanted) {
    Set<String> found = new TreeSet<>(forms.keySet());
    found.removeIf(term -> !wanted.equals(forms.get(term)));
    return found;
  }
}
