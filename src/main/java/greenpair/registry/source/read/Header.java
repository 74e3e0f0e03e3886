package greenpair.registry.source.read;

import module java.base;

/// The columns of a source, shared by its records. Names are trimmed, with white space as one
/// space; a column without a name is `column 5`, and a repeated name is `Name (2)`.
public final class Header {
  private final List<String> columns;
  private final Map<String, Integer> places = new HashMap<>();

  public Header(List<String> names) {
    List<String> given = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (String name : names) {
      String plain = plain(name);
      String base = plain.isEmpty() ? "column " + (given.size() + 1) : plain;
      String free = base;
      for (int number = 2; !taken.add(free); number++) {
        free = base + " (" + number + ")";
      }
      places.put(free, given.size());
      given.add(free);
    }
    this.columns = List.copyOf(given);
  }

  /// A column of our own before those of the file, which keep the names that they had without it.
  static Header after(String own, List<String> names) {
    List<String> all = new ArrayList<>(List.of(own));
    all.addAll(new Header(names).columns());
    return new Header(all);
  }

  public static String plain(String name) {
    return name.strip().replaceAll("(?U)\\s+", " ");
  }

  List<String> columns() {
    return columns;
  }

  /// The place of a column from 0, or -1.
  int place(String column) {
    return places.getOrDefault(column, -1);
  }
}
