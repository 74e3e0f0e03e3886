package greenpair.registry.source.jdbc;

import greenpair.message.Message;
import greenpair.registry.Origin;
import greenpair.registry.source.read.Header;
import greenpair.registry.source.read.RecordReader;
import greenpair.registry.source.read.SourceException;
import greenpair.registry.source.read.SourceRecord;
import greenpair.registry.source.value.Limits;
import java.io.IOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rows of a query as records, of which only a few are in memory at a time.
final class JdbcRecords implements RecordReader {
  private static final int DATE = 10; // YYYY-MM-DD

  private final Connection connection;
  private final PreparedStatement statement;
  private final ResultSet rows;
  private final Header header;
  private final int[] types;
  private final String name;
  private final Limits limits;
  private final JdbcSource.QueryTimeout patience;
  private long row;

  JdbcRecords(
      Connection connection,
      PreparedStatement statement,
      String name,
      Limits limits,
      JdbcSource.QueryTimeout patience)
      throws SQLException {
    this.connection = connection;
    this.statement = statement;
    this.name = name;
    this.limits = limits;
    this.patience = patience;
    rows = statement.executeQuery();
    ResultSetMetaData about = rows.getMetaData();
    if (about.getColumnCount() > limits.columns()) {
      throw new SourceException(
          Message.of(
              "line.at",
              "place",
              name,
              "problem",
              Message.of("file.columns", "most", limits.columns())));
    }
    List<String> columns = new ArrayList<>();
    types = new int[about.getColumnCount()];
    for (int column = 1; column <= types.length; column++) {
      columns.add(about.getColumnLabel(column));
      types[column - 1] = about.getColumnType(column);
    }
    header = new Header(columns);
  }

  @Override
  public @Nullable SourceRecord next() {
    patience.begin();
    try {
      if (!rows.next()) {
        return null;
      }
      row++;
      List<String> cells = new ArrayList<>(types.length);
      long length = 0;
      for (int column = 1; column <= types.length; column++) {
        String cell = cell(column);
        length += cell.length();
        if (cell.length() > limits.cell() || length > limits.row()) {
          throw new SourceException(
              Message.of(
                  "file.query_row",
                  "file",
                  name,
                  "number",
                  row,
                  "cell",
                  limits.cell(),
                  "row",
                  limits.row()));
        }
        cells.add(cell);
      }
      return new SourceRecord(new Origin(name, row), header, cells, null);
    } catch (SQLException e) {
      throw new SourceException(
          Message.of("file.query_end", "file", name, "row", row, "why", JdbcSource.plain(e)), e);
    }
  }

  private String cell(int column) throws SQLException {
    return switch (types[column - 1]) {
      case Types.BIT, Types.BOOLEAN -> {
        boolean value = rows.getBoolean(column);
        yield rows.wasNull() ? "" : String.valueOf(value);
      }
      case Types.ARRAY -> list(rows.getArray(column));
      case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> {
        String text = text(column);
        yield text.length() > DATE && text.charAt(DATE) == ' ' ? text.substring(0, DATE) : text;
      }
      default -> text(column);
    };
  }

  private String text(int column) throws SQLException {
    String text = rows.getString(column);
    return text == null ? "" : text;
  }

  private static String list(@Nullable Array array) throws SQLException {
    if (array == null || !(array.getArray() instanceof Object[] values)) {
      return "";
    }
    return String.join(
        String.valueOf(SourceRecord.SEPARATOR),
        Arrays.stream(values).filter(java.util.Objects::nonNull).map(String::valueOf).toList());
  }

  @Override
  public void close() throws IOException {
    try (connection;
        statement;
        rows) {
      // Closed in the order of opening, backwards.
    } catch (SQLException e) {
      throw new IOException("cannot close " + name, e);
    }
  }
}
