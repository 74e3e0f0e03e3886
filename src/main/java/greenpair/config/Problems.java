package greenpair.config;

import java.util.ArrayList;
import java.util.List;

/// Collects faults so that a reader learns all of them at once.
public final class Problems {
  private final List<String> found = new ArrayList<>();

  public void add(String problem) {
    found.add(problem);
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }

  public List<String> list() {
    return List.copyOf(found);
  }

  /// Does nothing when all is well, else throws one error that lists every fault.
  public void throwIfAny(String what) {
    if (!found.isEmpty()) {
      throw new IllegalArgumentException(what + ":\n  - " + String.join("\n  - ", found));
    }
  }
}
