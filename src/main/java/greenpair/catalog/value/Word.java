package greenpair.catalog.value;

import java.util.Locale;

/// A value of a closed list that files, addresses and answers write as a word.
public interface Word {
  /// That of the enum.
  String name();

  /// Its name in lower case, such as `energy_service`.
  default String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
