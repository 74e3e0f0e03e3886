package greenpair.reindex.run;

import greenpair.catalog.Entry;
import java.util.Map;
import java.util.TreeMap;

/// Entries by source and kind. A source is a registry or a catalog file, by its name.
public final class Counts {
  private final Map<String, Map<String, Long>> counts = new TreeMap<>();

  public void add(String source, Entry entry) {
    counts
        .computeIfAbsent(source, name -> new TreeMap<>())
        .merge(entry.kind().word(), 1L, Long::sum);
  }

  public Map<String, Map<String, Long>> bySource() {
    return counts;
  }
}
