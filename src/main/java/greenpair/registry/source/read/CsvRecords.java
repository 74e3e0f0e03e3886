package greenpair.registry.source.read;

import module java.base;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import greenpair.message.Message;
import greenpair.message.Translated;
import greenpair.registry.Origin;
import greenpair.registry.source.value.CellText;
import greenpair.registry.source.value.Limits;
import org.jspecify.annotations.Nullable;

/// Reads CSV and TSV, delimiter and quotes as declared or detected.
final class CsvRecords implements RecordReader {
  private static final int FIRST_LINE = 1 << 16;
  private static final Pattern LINE_END = Pattern.compile("\\r\\n|\\r|\\n");
  private static final String DELIMITERS = ",;\t|";

  private static final Pattern NUMBER = Pattern.compile("[0-9]+");

  private final String file;
  private final Limits limits;
  private final CsvReader<CsvRecord> csv;
  private final Iterator<CsvRecord> rows;
  private final @Nullable Header header;
  private boolean atEnd;

  CsvRecords(Reader text, String file, SourceFormat format, Limits limits) throws IOException {
    this.file = file;
    this.limits = limits;
    BufferedReader buffered = new BufferedReader(text, FIRST_LINE + 1);
    List<String> start = start(buffered);
    Optional<String> ofRejects = RejectHeader.delimiter(start.isEmpty() ? "" : start.getFirst());
    String declared =
        format.delimiter() == null ? delimiter(start, file, format) : format.delimiter();
    this.csv =
        CsvReader.builder()
            .fieldSeparator(ofRejects.orElse(declared))
            .quoteCharacter(ofRejects.isPresent() ? '"' : format.quote())
            .allowExtraFields(true)
            .allowMissingFields(true)
            .skipEmptyLines(true)
            .maxBufferSize(limits.row())
            .build(
                CsvRecordHandler.of(
                    handler ->
                        handler
                            .maxFields(limits.columns())
                            .maxFieldSize(limits.cell())
                            .maxRecordSize(limits.row())),
                new MarkedEnd(buffered));
    this.rows = csv.iterator();
    List<String> names =
        format.header(file, this::pull, CsvRecord::getFields, CsvRecord::getStartingLineNumber);
    this.header = names == null ? null : new Header(names);
  }

  /// The first lines, as far as they can be read ahead.
  private static List<String> start(BufferedReader text) throws IOException {
    text.mark(FIRST_LINE);
    char[] start = new char[FIRST_LINE];
    int length = Math.max(0, text.read(start));
    text.reset();
    return new String(start, 0, length).lines().toList();
  }

  /// A tab by the name of the file, or the most frequent outside of quotes in the header.
  private static String delimiter(List<String> start, String file, SourceFormat format) {
    if (SourceFormat.isTabbed(file)) {
      return "\t";
    }
    String wanted = format.headerHas();
    String line =
        start.stream()
            .skip(wanted == null ? format.headerRow() - 1 : 0)
            .filter(each -> wanted == null ? !each.isBlank() : each.contains(wanted))
            .findFirst()
            .orElse("");
    String quote = Pattern.quote(String.valueOf(format.quote()));
    String bare = line.replaceAll(quote + ".*?(?:" + quote + "|$)", "");
    return DELIMITERS
        .chars()
        .mapToObj(Character::toString)
        .max(Comparator.comparingInt(each -> bare.length() - bare.replace(each, "").length()))
        .orElseThrow();
  }

  @Override
  public @Nullable SourceRecord next() {
    CsvRecord row = header == null ? null : pull();
    while (row != null && CellText.areBlank(row.getFields())) {
      row = pull();
    }
    if (row == null || header == null) {
      return null;
    }
    List<String> cells = row.getFields();
    Origin origin = new Origin(file, row.getStartingLineNumber());
    return new SourceRecord(origin, header, cells, tooWide(cells, header));
  }

  static @Nullable Message tooWide(List<String> cells, Header header) {
    int width = header.columns().size();
    boolean spills = cells.stream().skip(width).anyMatch(cell -> !cell.isBlank());
    return spills ? Message.of("row.too_wide", "most", width, "cells", cells.size()) : null;
  }

  private @Nullable CsvRecord pull() {
    if (atEnd) {
      return null;
    }
    try {
      CsvRecord row = rows.next();
      String last = row.getField(row.getFieldCount() - 1);
      if (!last.endsWith(MarkedEnd.MARK) || rows.hasNext()) {
        return row;
      }
      if (last.equals(MarkedEnd.MARK)) {
        atEnd = true;
        return null;
      }
      throw cut(row);
    } catch (CsvParseException e) {
      throw damaged(e);
    } catch (UncheckedIOException e) {
      throw new SourceException(
          cause(e, CharacterCodingException.class).isPresent()
              ? Encodings.wrong(file)
              : Message.of(
                  "file.unreadable",
                  "file",
                  file,
                  "why",
                  Translated.of(Objects.requireNonNull(e.getCause()))),
          e);
    }
  }

  /// The reader cannot go on behind such a row. Its own words name its classes.
  private SourceException damaged(CsvParseException fault) {
    Optional<SourceException> own = cause(fault, SourceException.class);
    if (own.isPresent()) {
      return own.get();
    }
    Matcher line = NUMBER.matcher(String.valueOf(fault.getMessage()));
    String place = file + (line.find() ? ":" + line.group() : "");
    boolean isQuote =
        causes(fault).anyMatch(each -> String.valueOf(each.getMessage()).contains("closing quote"));
    return new SourceException(
        isQuote
            ? Message.of("file.quote", "file", place)
            : Message.of(
                "file.row_size",
                "file",
                place,
                "columns",
                limits.columns(),
                "cell",
                limits.cell(),
                "row",
                limits.row()),
        fault);
  }

  private SourceException cut(CsvRecord row) {
    List<String> before = row.getFields().subList(0, row.getFieldCount() - 1);
    long line =
        row.getStartingLineNumber()
            + before.stream().mapToLong(cell -> LINE_END.matcher(cell).results().count()).sum();
    return new SourceException(Message.of("file.open_quote", "file", file + ":" + line));
  }

  private static Stream<Throwable> causes(Throwable fault) {
    return Stream.<Throwable>iterate(fault, Objects::nonNull, Throwable::getCause);
  }

  private static <T> Optional<T> cause(Throwable fault, Class<T> type) {
    return causes(fault).filter(type::isInstance).map(type::cast).findFirst();
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }

  /// A text followed by [#MARK] on a separate line. A parser of CSV gives a row that is the mark,
  /// or, where a quote was never closed, a cell that ends with it: so a file that was truncated
  /// inside quotes is detected, which parsers accept as complete.
  private static final class MarkedEnd extends FilterReader {
    /// No character of any language.
    static final String MARK = "\uFFFF";

    private static final String END = "\n" + MARK;

    private int given = -1;

    MarkedEnd(Reader text) {
      super(text);
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
      if (given < 0) {
        int read = in.read(into, offset, length);
        if (read >= 0) {
          return read;
        }
        given = 0;
      }
      int count = Math.min(length, END.length() - given);
      END.getChars(given, given + count, into, offset);
      given += count;
      return count == 0 && length > 0 ? -1 : count;
    }

    @Override
    public int read() throws IOException {
      char[] one = new char[1];
      return read(one, 0, 1) < 0 ? -1 : one[0];
    }
  }
}
