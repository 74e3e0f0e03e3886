package greenpair.reindex.merge;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.registry.review.OpenReview;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// `merged.jsonl` in the directory of a generation: which records of firms and financiers were
/// merged into one entry, and why. With it, a person who sees a wrong entry finds the pair to
/// separate.
public final class MergedRecords {
  static final String FILE = "merged.jsonl";

  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

  /// The source of entries of catalog files.
  public static final String CATALOG = Registries.CATALOG;

  private final Path directory;
  private final Path file;

  /// @param directory of a generation
  public MergedRecords(Path directory) {
    this.directory = directory;
    this.file = directory.resolve(FILE);
  }

  /// An entry that was made of several records.
  ///
  /// @param pairs for each record but the first, with the one before it that it is most like
  public record Merged(String id, List<OpenReview> pairs) {
    public Merged {
      pairs = List.copyOf(pairs);
    }
  }

  /// Whether the generation records it: one that was built only from catalog files does not.
  public boolean isThere() {
    return Files.exists(file);
  }

  /// Entries that have this id, or a record with this in a name.
  public List<Merged> named(String name) throws IOException {
    String wanted = name.strip().toLowerCase(Locale.ROOT);
    Set<String> entries = new LinkedHashSet<>();
    each(
        line -> {
          if (line.containsKey(MergedFile.KEY) && isNamed(line, wanted)) {
            entries.add(entry(line));
          }
        });
    Map<String, Map<String, Object>> records = new HashMap<>();
    Map<String, String> entryOf = new HashMap<>();
    each(
        line -> {
          if (line.containsKey(MergedFile.KEY) && entries.contains(entry(line))) {
            String key = text(line, MergedFile.KEY);
            records.put(key, map(line, MergedFile.ENTRY));
            entryOf.put(key, entry(line));
          }
        });
    Map<String, List<OpenReview>> pairs = new LinkedHashMap<>();
    entries.forEach(each -> pairs.put(each, new ArrayList<>()));
    each(
        line -> {
          String entry = entryOf.get(text(line, MergedFile.TWO));
          if (entry != null && line.containsKey(MergedFile.ONE)) {
            pairs.getOrDefault(entry, new ArrayList<>()).add(pair(line, records));
          }
        });
    List<Merged> found = new ArrayList<>();
    pairs.forEach(
        (entry, all) -> found.add(new Merged(entry.substring(entry.indexOf(' ') + 1), all)));
    return found;
  }

  /// Pairs of that name, at most one unless it is a short one.
  public List<OpenReview> called(String name) throws IOException {
    List<OpenReview> found = new ArrayList<>();
    each(
        line -> {
          if (line.containsKey(MergedFile.ONE)) {
            OpenReview pair = pair(line, Map.of());
            if (pair.isCalled(name)) {
              found.add(pair);
            }
          }
        });
    return found;
  }

  /// The id that a firm or financier of a source has in the catalog.
  public String idOf(String source, Kind kind, EntryId id) throws IOException {
    return MergedIds.read(directory).of(source, kind, id);
  }

  /// Kind and id, since a firm and a financier may share the id.
  private static String entry(Map<String, Object> line) {
    String key = text(line, MergedFile.KEY);
    return key.substring(0, key.indexOf(' ') + 1) + text(line, MergedFile.ID);
  }

  private static boolean isNamed(Map<String, Object> line, String wanted) {
    Map<String, Object> entry = map(line, MergedFile.ENTRY);
    List<Object> names = new ArrayList<>(map(entry, "name").values());
    if (entry.get("aliases") instanceof List<?> aliases) {
      names.addAll(aliases);
    }
    return text(line, MergedFile.ID).equals(wanted)
        || names.stream()
            .anyMatch(each -> String.valueOf(each).toLowerCase(Locale.ROOT).contains(wanted));
  }

  private static OpenReview pair(
      Map<String, Object> line, Map<String, Map<String, Object>> records) {
    String one = text(line, MergedFile.ONE);
    String two = text(line, MergedFile.TWO);
    Map<String, Double> evidence = new LinkedHashMap<>();
    map(line, MergedFile.EVIDENCE).forEach((fact, bits) -> evidence.put(fact, number(bits)));
    return new OpenReview(
        one,
        two,
        number(line.getOrDefault(MergedFile.BITS, 0)),
        evidence,
        records.getOrDefault(one, Map.of()),
        records.getOrDefault(two, Map.of()));
  }

  private static double number(Object value) {
    return value instanceof Number number ? number.doubleValue() : 0;
  }

  private static String text(Map<String, Object> line, String key) {
    return String.valueOf(line.getOrDefault(key, ""));
  }

  private static Map<String, Object> map(Map<String, Object> line, String key) {
    Map<String, Object> map = new LinkedHashMap<>();
    if (line.get(key) instanceof Map<?, ?> found) {
      found.forEach((name, value) -> map.put(String.valueOf(name), value));
    }
    return map;
  }

  private void each(Consumer<Map<String, Object>> line) throws IOException {
    if (!isThere()) {
      return;
    }
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      for (String text = in.readLine(); text != null; text = in.readLine()) {
        line.accept(JsonMapper.shared().readValue(text, OBJECT));
      }
    }
  }
}
