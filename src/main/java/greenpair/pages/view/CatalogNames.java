package greenpair.pages.view;

import module java.base;

import greenpair.catalog.Text;

/// Words of entries, such as units, publishers and classes of climate, as pages show them.
public final class CatalogNames {
  private static final String FILE = "/greenpair/pages/names.tsv";
  private static final Map<String, SortedMap<String, Text>> NAMES = read();

  private CatalogNames() {}

  private static Map<String, SortedMap<String, Text>> read() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(CatalogNames.class.getResourceAsStream(FILE), FILE),
                StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .collect(
              Collectors.groupingBy(
                  parts -> parts[0],
                  Collectors.toMap(
                      parts -> parts[1],
                      parts -> new Text(parts[2].isEmpty() ? parts[1] : parts[2], parts[3]),
                      (first, again) -> first,
                      () -> new TreeMap<>(String.CASE_INSENSITIVE_ORDER))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The words of a group that have a name, in alphabetical order.
  public static List<String> words(String group) {
    return List.copyOf(Objects.requireNonNull(NAMES.get(group), group).keySet());
  }

  public static Optional<Text> find(String group, String word) {
    return Optional.ofNullable(NAMES.get(group)).map(words -> words.get(word));
  }
}
