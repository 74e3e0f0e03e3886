package greenpair.registry.source.place;

import module java.base;

import greenpair.config.Problems;
import greenpair.message.Message;
import greenpair.registry.config.ConfigFolder;
import greenpair.text.Slug;

/// The codes of ISO 3166-2 of some countries with their names in English and Chinese and other
/// usual names, from `index-config/regions.csv`. A region of a country that is not listed is
/// unknown rather than invented.
public final class RegionNames {
  private static final String FILE = "regions.csv";

  private final Map<String, Map<String, String>> byCountry = new HashMap<>();
  private final Map<String, List<String>> named = new HashMap<>();

  /// Reads the file of a configuration; nothing is known if there is none.
  public static RegionNames read(ConfigFolder folder, Problems problems) {
    RegionNames names = new RegionNames();
    if (folder.has(FILE)) {
      List<String> lines = folder.lines(FILE, problems);
      for (int at = 1; at < lines.size(); at++) {
        names.add(lines.get(at), at + 1, problems);
      }
    }
    return names;
  }

  private void add(String line, int number, Problems problems) {
    String[] cells = line.split(",", -1);
    if (cells.length != 4 || !cells[0].matches("[A-Z]{2}-[A-Z0-9]{1,3}") || cells[1].isBlank()) {
      String where = FILE + ":" + number;
      problems.refuse(where, Message.of("config.regions"), line);
      return;
    }
    List<String> all = new ArrayList<>(List.of(cells[1], cells[2]));
    all.addAll(List.of(cells[3].split("\\|", -1)));
    all.removeIf(String::isBlank);
    named.put(cells[0], List.copyOf(all));
    all.addAll(List.of(cells[0], cells[0].substring(3)));
    Map<String, String> names =
        byCountry.computeIfAbsent(cells[0].substring(0, 2), country -> new HashMap<>());
    all.forEach(name -> names.put(plain(name), cells[0]));
  }

  /// Names without the words for what sort of region they name.
  private static String plain(String name) {
    return Slug.fold(name)
        .replace(".", "")
        .replaceAll(" (province|municipality|autonomous region|sheng|shi|zizhiqu)$", "")
        .replaceAll("(?<=..)(省|直辖市|市|壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区)$", "");
  }

  public boolean knows(String country) {
    return byCountry.containsKey(country);
  }

  /// The code of a region by its name in either language, or by its code with or without the
  /// country.
  public Optional<String> code(String country, String name) {
    return Optional.ofNullable(byCountry.getOrDefault(country, Map.of()).get(plain(name)));
  }

  /// The usual names of a region by its name or code, one of which the gazetteer has; what is not
  /// listed stays as it is.
  public List<String> all(String country, String name) {
    return code(country, name).map(named::get).orElse(List.of(name));
  }

  /// A hint at the nearest name or code of the country.
  public Object near(String country, String name) {
    return Message.near(plain(name), byCountry.getOrDefault(country, Map.of()).keySet());
  }
}
