package greenpair.catalog.value;

import module java.base;

/// A value of a closed list that files, addresses and answers write as a word.
public interface Word {
  /// That of the enum.
  String name();

  /// The word of a constant of any enum: its own, or its name in lower case.
  static String of(Enum<?> value) {
    return value instanceof Word own ? own.word() : value.name().toLowerCase(Locale.ROOT);
  }

  /// Constants of an enum by their words, in the given order.
  @SafeVarargs
  static <E extends Enum<E>> Map<String, E> all(E... values) {
    Map<String, E> words = new LinkedHashMap<>();
    for (E value : values) {
      words.put(of(value), value);
    }
    return words;
  }

  /// Its name in lower case, such as `energy_service`.
  default String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
