package greenpair.reindex.run;

import greenpair.catalog.Deployment;
import greenpair.catalog.Entry;
import greenpair.catalog.Need;
import java.util.Map;
import java.util.TreeMap;

/// Entries by source and kind, and how many of them are of use: `need.open`, `firm.verified`. A
/// source is a registry or a catalog file, by its name.
public final class Counts {
  private final Map<String, Map<String, Long>> counts = new TreeMap<>();

  public void add(String source, Entry entry) {
    Map<String, Long> own = counts.computeIfAbsent(source, name -> new TreeMap<>());
    add("", true, entry, own);
    add(".verified", entry.verified(), entry, own);
    add(".open", entry instanceof Need need && need.isOpen(), entry, own);
    boolean isProof =
        entry instanceof Deployment work && Deployment.proves(work.grade(), work.status());
    add(".completed", entry.verified() && isProof, entry, own);
  }

  private static void add(String state, boolean isIn, Entry entry, Map<String, Long> own) {
    if (isIn) {
      own.merge(entry.kind().word() + state, 1L, Long::sum);
    }
  }

  public Map<String, Map<String, Long>> bySource() {
    return counts;
  }
}
