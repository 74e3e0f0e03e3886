package greenpair.plan.input;

import greenpair.catalog.Entry;
import greenpair.catalog.Kind;
import greenpair.index.read.Snapshot;
import java.util.ArrayList;
import java.util.List;

/// All entries of a kind, read page by page.
final class Entries {
  private static final int PAGE = 1000;

  private Entries() {}

  static List<Entry> of(Kind kind, Snapshot snapshot) {
    List<Entry> all = new ArrayList<>();
    List<Entry> page = snapshot.entries(kind, 0, PAGE);
    while (!page.isEmpty()) {
      all.addAll(page);
      page = page.size() < PAGE ? List.of() : snapshot.entries(kind, all.size(), PAGE);
    }
    return all;
  }
}
