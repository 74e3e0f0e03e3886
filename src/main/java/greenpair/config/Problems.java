package greenpair.config;

import java.util.ArrayList;
import java.util.List;

/// Collects errors so that all of them are reported at once.
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

  /// Throws one exception that lists all errors, if there are any.
  public void throwIfAny(String what) {
    if (!found.isEmpty()) {
      throw new IllegalArgumentException(what + ":\n  - " + String.join("\n  - ", found));
    }
  }
}
