package greenpair.program;

import greenpair.catalog.EntryId;
import greenpair.catalog.Tier;
import greenpair.program.database.Rows;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The conditions of a list, added one by one; the text holds names of columns only.
final class Filter {
  private final StringBuilder where;
  private final List<@Nullable Object> values = new ArrayList<>();

  /// @param before the place before which a page begins
  Filter(long before) {
    where = new StringBuilder(" WHERE seq < ?");
    values.add(before);
  }

  /// Keeps rows with that value; all of them for null.
  Filter is(String column, @Nullable Object value) {
    if (value != null) {
      where.append(" AND ").append(column).append(" = ?");
      values.add(value);
    }
    return this;
  }

  Filter is(String column, @Nullable EntryId value) {
    return is(column, (Object) Values.text(value));
  }

  /// Keeps rows whose value is smaller; a row without one is left out.
  Filter below(String column, String value) {
    where.append(" AND ").append(column).append(" < ?");
    values.add(value);
    return this;
  }

  Filter and(String condition) {
    where.append(" AND ").append(condition);
    return this;
  }

  /// Keeps remarks whose tier lets the caller see them: [Caller#maySee] as a condition, so that
  /// pages are full and disclose nothing about hidden records.
  Filter visibleTo(Caller caller) {
    List<String> tiers = new ArrayList<>();
    for (Tier tier : Tier.values()) {
      if (caller.maySee(tier, null)) {
        boolean isKept =
            tier == Tier.PROGRAMME && !caller.cities().isEmpty() && !caller.seesOthers();
        String ofNone = isKept ? " AND city IS NULL" : "";
        tiers.add("(tier = '" + Values.word(tier) + "'" + ofNone + ")");
      }
    }
    if (!caller.cities().isEmpty() && !caller.maySee(Tier.PRIVATE, null)) {
      String marks = String.join(", ", Collections.nCopies(caller.cities().size(), "?"));
      tiers.add("city IN (" + marks + ")");
      caller.cities().forEach(city -> values.add(city.value()));
    }
    return and("(" + String.join(" OR ", tiers) + ")");
  }

  <T> List<T> read(Rows rows, String table, Rows.Reading<T> reading, int limit) {
    values.add(limit + 1);
    String sql = "SELECT * FROM " + table + where + " ORDER BY seq DESC LIMIT ?";
    return rows.all(sql, reading, values.toArray());
  }
}
