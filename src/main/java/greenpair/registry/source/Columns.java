package greenpair.registry.source;

import greenpair.catalog.Nearest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The columns that rows of a registry had: one that was renamed makes a field unknown in silence.
final class Columns {
  private static final int MOST = 1000;

  private final Mapping mapping;
  private final Set<String> read;
  private final Set<String> found = new HashSet<>();
  private final Set<String> others = new HashSet<>();
  private List<String> last = List.of();

  Columns(Mapping mapping) {
    this.mapping = mapping;
    this.read = mapping.columns();
  }

  void see(SourceRecord record) {
    if (record.columns() == last) {
      return;
    }
    last = record.columns();
    for (String column : last) {
      if (read.contains(column)) {
        found.add(column);
      } else if (others.size() < MOST) {
        others.add(column);
      }
    }
  }

  /// What to say of columns that the mapping reads and no row had.
  List<String> missing() {
    return last.isEmpty()
        ? List.of()
        : mapping.missing(found).stream()
            .map(
                each ->
                    "no row has the column \""
                        + each
                        + "\""
                        + Nearest.hint(each, others)
                        + ", so what is made of it is unknown")
            .toList();
  }
}
