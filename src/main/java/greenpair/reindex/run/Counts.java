package greenpair.reindex.run;

import greenpair.catalog.Deployment;
import greenpair.catalog.Entry;
import greenpair.catalog.Need;
import greenpair.catalog.Provenance;
import java.util.Map;
import java.util.TreeMap;

/// Entries by source and kind, and how many of them are of use: `need.open`, `firm.verified`. A
/// source is a registry or a catalog file, by its name.
public final class Counts {
  private final Map<String, Map<String, Long>> counts = new TreeMap<>();

  public void add(String source, Entry entry) {
    Map<String, Long> own = counts.computeIfAbsent(source, name -> new TreeMap<>());
    add("", true, entry, own);
    boolean isVerified = entry.profile().provenance().stream().anyMatch(Provenance::verified);
    add(".verified", isVerified, entry, own);
    add(".open", entry instanceof Need need && need.isOpen(), entry, own);
    if (entry instanceof Deployment work) {
      add(".completed", isVerified && Deployment.proves(work.grade(), work.status()), entry, own);
      add(".known_parties", !work.firms().isEmpty() || !work.financiers().isEmpty(), entry, own);
    }
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
