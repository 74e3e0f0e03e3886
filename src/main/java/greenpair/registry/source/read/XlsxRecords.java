package greenpair.registry.source.read;

import greenpair.registry.Origin;
import greenpair.registry.source.value.Limits;
import java.io.File;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/// Reads one sheet of an XLSX workbook row by row. Dates come as `2012-08-01`, numbers in plain
/// digits, formulas as their last value, error cells as unknown.
final class XlsxRecords implements RecordReader {
  private static final int HEADER_ROWS = 1000;

  private final String file;
  private final Limits limits;
  private final ReadableWorkbook book;
  private final Stream<Row> stream;
  private final Iterator<Row> rows;
  private final @Nullable Header header;

  /// @param workbook a plain file, since a workbook is read from its end
  XlsxRecords(File workbook, String file, SourceFormat format, Limits limits) throws IOException {
    this.file = file;
    this.limits = limits;
    boolean styled = XlsxBounds.check(workbook, file, limits);
    try {
      this.book = new ReadableWorkbook(workbook, new ReadingOptions(styled, true));
    } catch (IOException | RuntimeException e) {
      throw new SourceException(file + " is no XLSX workbook: " + e.getMessage(), e);
    }
    try {
      this.stream = sheet(format).openStream();
      this.rows = stream.iterator();
      this.header = header(format);
    } catch (IOException | RuntimeException e) {
      book.close();
      throw e;
    }
  }

  private Sheet sheet(SourceFormat format) {
    String wanted = format.sheet();
    if (wanted == null) {
      return book.getSheets()
          .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
          .findFirst()
          .orElseGet(book::getFirstSheet);
    }
    return book.findSheet(wanted)
        .orElseThrow(
            () ->
                new SourceException(
                    file
                        + " has no sheet \""
                        + wanted
                        + "\"; it has "
                        + book.getSheets().map(Sheet::getName).toList()));
  }

  private @Nullable Header header(SourceFormat format) {
    boolean some = false;
    for (int tried = 0; tried < HEADER_ROWS; tried++) {
      Row row = pull();
      if (row == null) {
        break;
      }
      List<String> cells = cells(row);
      some |= cells.stream().anyMatch(cell -> !cell.isBlank());
      boolean found =
          RejectHeader.isHeader(cells)
              || (format.headerHas() == null
                  ? row.getRowNum() >= format.headerRow()
                      && cells.stream().anyMatch(cell -> !cell.isBlank())
                  : cells.stream().map(Header::plain).anyMatch(format.headerHas()::equals));
      if (found) {
        return new Header(cells);
      }
    }
    if (format.headerHas() != null) {
      throw new SourceException(
          file
              + ": no row of the sheet has a column \""
              + format.headerHas()
              + "\"; change header_has to a name of a column");
    }
    if (some) {
      throw new SourceException(format.withoutHeader(file));
    }
    return null;
  }

  @Override
  public @Nullable SourceRecord next() {
    if (header == null) {
      return null;
    }
    for (Row row = pull(); row != null; row = pull()) {
      List<String> cells = cells(row);
      if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
        Origin origin = new Origin(file, row.getRowNum());
        return new SourceRecord(origin, header, cells, CsvRecords.tooWide(cells, header));
      }
    }
    return null;
  }

  private @Nullable Row pull() {
    try {
      return rows.hasNext() ? rows.next() : null;
    } catch (SourceException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new SourceException(file + " cannot be read on: " + e.getMessage(), e);
    }
  }

  private List<String> cells(Row row) {
    if (row.getCellCount() > limits.columns()) {
      throw new SourceException(
          file
              + ":"
              + row.getRowNum()
              + ": a row has at most "
              + limits.columns()
              + " columns; got "
              + row.getCellCount());
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
          case NUMBER -> number(cell);
          case BOOLEAN -> Boolean.TRUE.equals(cell.asBoolean()) ? "true" : "false";
          case FORMULA -> cell.getRawValue();
          case ERROR, EMPTY -> "";
        };
    if (text == null) {
      return "";
    }
    if (text.length() > limits.cell()) {
      throw new SourceException(
          file
              + ": cell "
              + cell.getAddress()
              + " has at most "
              + limits.cell()
              + " characters; got "
              + text.length());
    }
    return text;
  }

  private static String number(Cell cell) {
    if (cell.getType() == CellType.NUMBER && isDate(cell.getDataFormatString())) {
      return cell.asDate().toLocalDate().toString();
    }
    // The shortest decimal of the double: the file may hold 0.25301000000000001.
    BigDecimal plain = new BigDecimal(Double.toString(cell.asNumber().doubleValue()));
    return plain.stripTrailingZeros().toPlainString();
  }

  /// Whether a number format shows a day or a year, outside of quotes and brackets.
  static boolean isDate(@Nullable String format) {
    if (format == null) {
      return false;
    }
    String bare = format.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "");
    return bare.matches("(?i).*[yd].*") && !bare.matches("(?i).*(general|0|#).*");
  }

  @Override
  public void close() throws IOException {
    stream.close();
    book.close();
  }
}
