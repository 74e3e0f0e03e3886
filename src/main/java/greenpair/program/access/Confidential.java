package greenpair.program.access;

import java.util.List;

/// A record that may have private data in it. Who reads them is written to the audit.
public interface Confidential {
  /// The private data in it, such as `need n1: budget`.
  List<String> secrets();

  /// The private data in all of these.
  static List<String> secrets(List<?> all) {
    return all.stream()
        .filter(Confidential.class::isInstance)
        .flatMap(each -> ((Confidential) each).secrets().stream())
        .distinct()
        .toList();
  }
}
