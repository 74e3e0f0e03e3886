package greenpair.search.query;

import greenpair.catalog.Code;
import greenpair.catalog.Kind;
import greenpair.index.read.Snapshot;
import java.util.List;
import java.util.Set;

/// How well a concept distinguishes entries: 1 if few entries match it, less if many do, 0 if none
/// or all do.
public record Rarity(Snapshot snapshot) {
  /// A concept is rare if at most one entry in this many matches it.
  private static final double FEW = 5;

  /// All, whichever are searched: a kind ranks alike alone and among others.
  private static final List<Kind> KINDS = List.of(Kind.values());

  public double of(Set<Code> codes) {
    long most = codes.stream().mapToLong(code -> snapshot.answering(KINDS, code)).max().orElse(0);
    if (most == 0) {
      return 0;
    }
    double all = snapshot.count(KINDS);
    return Math.clamp(Math.log((all + 1) / (most + 0.5)) / Math.log(FEW), 0, 1);
  }
}
