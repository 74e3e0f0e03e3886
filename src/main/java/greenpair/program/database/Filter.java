package greenpair.program.database;

import module java.base;

import org.jspecify.annotations.Nullable;

/// The conditions of a list, added one by one; the text holds names of columns only.
public final class Filter {
  private final StringBuilder where;
  private final List<@Nullable Object> values = new ArrayList<>();

  /// @param before the place before which a page begins
  public Filter(long before) {
    where = new StringBuilder(" WHERE seq < ?");
    values.add(before);
  }

  /// Keeps rows with that value; all of them for null.
  public Filter whereEquals(String column, @Nullable Object value) {
    if (value != null) {
      where.append(" AND ").append(column).append(" = ?");
      values.add(value);
    }
    return this;
  }

  /// Keeps rows whose value is smaller; a row without one is left out.
  public Filter whereBelow(String column, Object value) {
    where.append(" AND ").append(column).append(" < ?");
    values.add(value);
    return this;
  }

  public Filter where(String condition) {
    where.append(" AND ").append(condition);
    return this;
  }

  /// Adds a condition with values; the text has a `?` for each.
  public Filter where(String condition, List<?> values) {
    this.values.addAll(values);
    return where(condition);
  }

  /// The newest rows that meet the conditions, at most one more than the limit.
  public <T> List<T> read(Rows rows, String table, Class<T> type, int limit) {
    values.add(limit + 1);
    String sql = "SELECT * FROM " + table + where + " ORDER BY seq DESC LIMIT ?";
    return rows.all(type, sql, values.toArray());
  }

  /// The newest rows that meet the conditions, as a page.
  public <T> Page<T> page(
      Rows rows, String table, Class<T> type, int limit, ToLongFunction<T> seq) {
    return Page.of(read(rows, table, type, limit), limit, seq);
  }
}
