package greenpair.program.database;

import greenpair.catalog.EntryId;
import java.util.ArrayList;
import java.util.List;
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
  public Filter is(String column, @Nullable Object value) {
    if (value != null) {
      where.append(" AND ").append(column).append(" = ?");
      values.add(value);
    }
    return this;
  }

  public Filter is(String column, @Nullable EntryId value) {
    return is(column, (Object) ColumnValues.text(value));
  }

  /// Keeps rows whose value is smaller; a row without one is left out.
  public Filter below(String column, String value) {
    where.append(" AND ").append(column).append(" < ?");
    values.add(value);
    return this;
  }

  public Filter and(String condition) {
    where.append(" AND ").append(condition);
    return this;
  }

  /// Adds a condition with values; the text has a `?` for each.
  public Filter and(String condition, List<?> values) {
    this.values.addAll(values);
    return and(condition);
  }

  public <T> List<T> read(Rows rows, String table, Rows.RowMapper<T> reading, int limit) {
    values.add(limit + 1);
    String sql = "SELECT * FROM " + table + where + " ORDER BY seq DESC LIMIT ?";
    return rows.all(sql, reading, values.toArray());
  }
}
