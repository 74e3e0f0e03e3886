package greenpair.registry.source.read;

import module java.base;

import greenpair.message.Message;
import greenpair.registry.Origin;
import greenpair.registry.source.value.CellText;
import greenpair.registry.source.value.Limits;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/// Reads sheets of an XLSX workbook row by row, one after the other. Dates come as `2012-08-01`,
/// numbers in plain digits, percentages as `5%`, formulas as their last value, errors as unknown,
/// and counted. A number whose format shows another one, such as millions or hours, has the format
/// in brackets behind it, so that nothing takes it for a number.
/// Where the mapping names several sheets, the column [#SHEET] contains the sheet of a row.
public final class XlsxRecords implements RecordReader {
  public static final String SHEET = "_sheet";

  /// From 30 December 1899, from which Excel counts for Windows, to that for the Macintosh.
  private static final int DAYS_TO_1904 = 1462;

  /// 1 March 1900.
  private static final int FIRST_DAY = 61;

  /// 31 December 9999.
  private static final int LAST_DAY = 2_958_465;

  private static final Set<String> ERRORS =
      Set.of(
          "#N/A", "#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#SPILL!", "#CALC!");

  private final String file;
  private final SourceFormat format;
  private final Limits limits;
  private final ReadableWorkbook book;
  private final Deque<Sheet> sheets;
  private final boolean many;
  private final boolean isFrom1904;
  private final NumberFormats formats = new NumberFormats();
  private int errors;
  private Stream<Row> stream = Stream.empty();
  private Iterator<Row> rows = stream.iterator();
  private String sheet = "";
  private @Nullable Header header;

  /// @param workbook a plain file, since a workbook is read from its end
  XlsxRecords(File workbook, String file, SourceFormat format, Limits limits) throws IOException {
    this.file = file;
    this.format = format;
    this.limits = limits;
    XlsxBounds.Facts facts = XlsxBounds.check(workbook, file, limits);
    this.isFrom1904 = facts.isFrom1904();
    try {
      this.book = new ReadableWorkbook(workbook, new ReadingOptions(facts.hasStyles(), true));
    } catch (IOException | RuntimeException e) {
      throw new SourceException(Message.of("file.damaged", "file", file), e);
    }
    try {
      this.sheets = new ArrayDeque<>(sheets());
      this.many = sheets.size() > 1;
      nextSheet();
    } catch (IOException | SourceException e) {
      book.close();
      throw e;
    } catch (RuntimeException e) {
      book.close();
      throw damaged(e);
    }
  }

  private SourceException damaged(Exception cause) {
    String part = sheet.isEmpty() ? file : file + ": " + sheet;
    return new SourceException(Message.of("file.damaged", "file", part), cause);
  }

  private List<Sheet> sheets() {
    if (format.sheets().isEmpty()) {
      return List.of(
          book.getSheets()
              .filter(each -> each.getVisibility() == SheetVisibility.VISIBLE)
              .findFirst()
              .orElseGet(book::getFirstSheet));
    }
    List<Sheet> found = new ArrayList<>();
    for (String wanted : format.sheets()) {
      found.add(
          book.findSheet(wanted)
              .orElseThrow(
                  () ->
                      new SourceException(
                          Message.of(
                              "file.no_sheet",
                              "file",
                              file,
                              "sheet",
                              wanted,
                              "has",
                              book.getSheets().map(Sheet::getName).toList()))));
    }
    return found;
  }

  /// Opens the next sheet; false if there is none.
  private boolean nextSheet() throws IOException {
    Sheet next = sheets.poll();
    if (next == null) {
      return false;
    }
    stream.close();
    sheet = next.getName();
    stream = next.openStream();
    rows = stream.iterator();
    List<String> names = format.header(place(), this::pull, this::cells, Row::getRowNum);
    header = names == null ? null : many ? Header.after(SHEET, names) : new Header(names);
    return true;
  }

  /// The file, and the sheet where there are several.
  private String place() {
    return many ? file + "!" + sheet : file;
  }

  @Override
  public @Nullable SourceRecord next() throws IOException {
    do {
      Header columns = header;
      for (Row row = columns == null ? null : pull(); row != null; row = pull()) {
        errors = 0;
        List<String> cells = cells(row);
        if (columns != null && !CellText.areBlank(cells)) {
          if (many) {
            cells.addFirst(sheet);
          }
          Origin origin = new Origin(place(), row.getRowNum());
          return new SourceRecord(
              origin, columns, cells, CsvRecords.tooWide(cells, columns), errors);
        }
      }
    } while (nextSheet());
    return null;
  }

  private @Nullable Row pull() {
    try {
      return rows.hasNext() ? rows.next() : null;
    } catch (SourceException e) {
      throw e;
    } catch (RuntimeException e) {
      throw damaged(e);
    }
  }

  private List<String> cells(Row row) {
    if (row.getCellCount() > limits.columns()) {
      throw new SourceException(
          Message.of(
              "file.row_columns",
              "file",
              file + ":" + row.getRowNum(),
              "most",
              limits.columns(),
              "count",
              row.getCellCount()));
    }
    List<String> cells = new ArrayList<>(row.getCellCount());
    for (Cell cell : row) {
      cells.add(cell == null ? "" : text(cell));
    }
    return cells;
  }

  private String text(Cell cell) {
    String text =
        switch (cell.getType()) {
          case STRING -> cell.asString();
          case NUMBER, BOOLEAN, FORMULA -> value(cell);
          case ERROR -> unknown();
          case EMPTY -> "";
        };
    if (text == null) {
      return "";
    }
    if (text.length() > limits.cell()) {
      throw new SourceException(
          Message.of(
              "file.cell_size",
              "file",
              file,
              "cell",
              cell.getAddress().toString(),
              "most",
              limits.cell(),
              "count",
              text.length()));
    }
    return text;
  }

  /// What a cell holds or its formula gave, by the sort of the value: the library takes errors of
  /// formulas for texts.
  private @Nullable String value(Cell cell) {
    return switch (cell.getValue()) {
      case BigDecimal number when formats.isDay(cell.getDataFormatString()) -> day(number, cell);
      case BigDecimal number when NumberFormats.isShare(cell.getDataFormatString()) ->
          number(number.movePointRight(2)) + "%";
      case BigDecimal number -> formats.shown(number(number), cell.getDataFormatString());
      case Boolean truth -> truth.toString();
      case String text when ERRORS.contains(text) -> unknown();
      case null -> unknown();
      default -> cell.getRawValue();
    };
  }

  /// Before March 1900 a workbook shows other days than were meant, or none, as after 9999.
  private String day(BigDecimal number, Cell cell) {
    double day = number.doubleValue();
    return day < (isFrom1904 ? 0 : FIRST_DAY) || day > LAST_DAY
        ? number(number) + " [" + cell.getDataFormatString() + "]"
        : formats.day(
            cell.asDate().toLocalDate().plusDays(isFrom1904 ? DAYS_TO_1904 : 0),
            cell.getDataFormatString());
  }

  private String unknown() {
    errors++;
    return "";
  }

  /// The digits of a whole number, which may be an id longer than those of a double, otherwise the
  /// shortest decimal of the double: the file may hold 0.25301000000000001.
  private static String number(BigDecimal number) {
    return number.scale() == 0 ? number.toPlainString() : decimal(number);
  }

  private static String decimal(BigDecimal number) {
    double value = number.doubleValue();
    return Double.isInfinite(value)
        ? number.toString()
        : new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
  }

  @Override
  public void close() throws IOException {
    stream.close();
    book.close();
  }
}
