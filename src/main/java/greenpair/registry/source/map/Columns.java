package greenpair.registry.source.map;

import module java.base;

import greenpair.catalog.Text;
import greenpair.message.Message;
import greenpair.registry.source.read.SourceRecord;

/// The columns that occurred in rows of a registry, because a renamed column would silently make a
/// field unknown.
public final class Columns {
  private static final int MOST = 1000;

  private final Mapping mapping;
  private final Set<String> read;
  private final Set<String> found = new HashSet<>();
  private final Set<String> others = new HashSet<>();
  private List<String> last = List.of();

  public Columns(Mapping mapping) {
    this.mapping = mapping;
    this.read = mapping.columns();
  }

  public void see(SourceRecord record) {
    if (record.columns().equals(last)) {
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
  public List<Text> missing() {
    return last.isEmpty() ? List.of() : mapping.missing(found).stream().map(this::missing).toList();
  }

  private Text missing(String column) {
    Object near = Message.near(column, others);
    return Message.of("note.no_column", "column", column, "near", near).text();
  }
}
