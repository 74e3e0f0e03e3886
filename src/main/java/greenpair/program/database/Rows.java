package greenpair.program.database;

import module java.base;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/// Statements on one connection. Values are always bound as parameters, never inserted into the
/// text.
public record Rows(Connection connection) {
  private static final int FETCHED = 500;

  /// Times are compared as texts, so all have the same length; [Instant#toString] omits zeros.
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder().appendInstant(9).toFormatter(Locale.ROOT);

  public interface RowMapper<T> {
    T read(Row row) throws SQLException;
  }

  public interface RowReader {
    void read(Row row) throws SQLException;
  }

  public record Row(ResultSet columns) {
    public String text(String column) throws SQLException {
      String value = columns.getString(column);
      if (value == null) {
        throw new SQLException("column " + column + " is null");
      }
      return value;
    }

    public long number(String column) throws SQLException {
      return columns.getLong(column);
    }

    /// The row as a record, as [RecordMapper] says.
    public <T> T as(Class<T> type) throws SQLException {
      return RecordMapper.read(type, columns);
    }
  }

  /// A statement that failed. [ProgramStore][greenpair.program.ProgramStore] says in its place what
  /// could not be done.
  public static final class Failed extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Failed(SQLException cause) {
      super(cause);
    }
  }

  public <T> List<T> all(String sql, RowMapper<T> reading, @Nullable Object... values) {
    try (PreparedStatement statement = bind(sql, values);
        ResultSet results = statement.executeQuery()) {
      List<T> all = new ArrayList<>();
      while (results.next()) {
        all.add(reading.read(new Row(results)));
      }
      return all;
    } catch (SQLException e) {
      throw new Failed(e);
    }
  }

  /// Reads rows one by one, however many there are.
  public void each(String sql, RowReader reader, @Nullable Object... values) {
    try (PreparedStatement statement = bind(sql, values)) {
      statement.setFetchSize(FETCHED);
      try (ResultSet results = statement.executeQuery()) {
        while (results.next()) {
          reader.read(new Row(results));
        }
      }
    } catch (SQLException e) {
      throw new Failed(e);
    }
  }

  /// Runs a statement that has no values and no result.
  public void run(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new Failed(e);
    }
  }

  public <T> Optional<T> one(String sql, RowMapper<T> reading, @Nullable Object... values) {
    return all(sql, reading, values).stream().findFirst();
  }

  /// Reads rows as records, as [RecordMapper] says.
  public <T> List<T> all(Class<T> type, String sql, @Nullable Object... values) {
    return all(sql, row -> row.as(type), values);
  }

  public <T> Optional<T> one(Class<T> type, String sql, @Nullable Object... values) {
    return all(type, sql, values).stream().findFirst();
  }

  public <T> Optional<T> find(Class<T> type, String table, String id) {
    return one(type, "SELECT * FROM " + table + " WHERE id = ?", id);
  }

  /// Adds a record, as [RecordMapper] says.
  ///
  /// @param more columns that are not in the record, or have another value than there
  public void insert(String table, Record row, Map<String, ?> more) {
    Map<String, @Nullable Object> columns = RecordMapper.columns(row);
    columns.putAll(more);
    insert(table, columns);
  }

  /// Adds a record with an id of its own, and returns it as it is stored.
  ///
  /// @param draft its place and its id are ignored
  /// @param more columns that are not in the record, or have another value than there
  public <T extends Record> T add(String table, T draft, Map<String, ?> more) {
    String id = Secrets.id();
    Map<String, Object> all = new HashMap<>(more);
    all.put("id", id);
    insert(table, draft, all);
    @SuppressWarnings("unchecked") // The class of the draft.
    Class<T> type = (Class<T>) draft.getClass();
    return find(type, table, id).orElseThrow();
  }

  void insert(String table, Map<String, ? extends @Nullable Object> columns) {
    var _ =
        update(
            "INSERT INTO %s (%s) VALUES (%s)"
                .formatted(table, String.join(", ", columns.keySet()), marks(columns.size())),
            columns.values().toArray());
  }

  /// That many parameters of a list, such as `?, ?`; without any a null, which equals nothing.
  public static String marks(int count) {
    return count == 0 ? "NULL" : String.join(", ", Collections.nCopies(count, "?"));
  }

  /// Changes rows and returns how many.
  public int update(String sql, @Nullable Object... values) {
    try (PreparedStatement statement = bind(sql, values)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new Failed(e);
    }
  }

  private PreparedStatement bind(String sql, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    try {
      for (int at = 0; at < values.length; at++) {
        statement.setObject(at + 1, stored(values[at]));
      }
      return statement;
    } catch (SQLException e) {
      statement.close();
      throw e;
    }
  }

  private static @Nullable Object stored(@Nullable Object value) {
    return switch (value) {
      case Instant time -> TIME.format(time);
      case null, default -> RecordMapper.stored(value);
    };
  }
}
