package greenpair.reindex.merge;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.registry.review.OpenReview;
import greenpair.resolve.name.Party;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `merged.jsonl` in the directory of a generation: which records of firms and financiers were
/// merged into one entry, and why, and which have another id in the catalog than in their source.
/// With it, a person who sees a wrong entry finds the pair to separate.
public final class MergedRecords {
  static final String FILE = "merged.jsonl";

  /// The source of entries of catalog files.
  public static final String CATALOG = Registries.CATALOG;

  private final Path file;

  /// @param directory of a generation
  public MergedRecords(Path directory) {
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

  /// A record of a source, and the id of the entry that it is part of.
  record Member(String key, String id, Map<String, Object> entry) {
    /// Kind and id, since a firm and a financier may share the id.
    String whole() {
      return key.substring(0, key.indexOf(' ') + 1) + id;
    }

    boolean isCalled(String wanted) {
      List<Object> names = new ArrayList<>();
      if (entry.get("name") instanceof Map<?, ?> name) {
        names.addAll(name.values());
      }
      if (entry.get("aliases") instanceof List<?> aliases) {
        names.addAll(aliases);
      }
      return id.equals(wanted)
          || names.stream()
              .anyMatch(each -> String.valueOf(each).toLowerCase(Locale.ROOT).contains(wanted));
    }
  }

  /// Entries that have this id, or a record with this in a name.
  public List<Merged> named(String name) throws IOException {
    String wanted = name.strip().toLowerCase(Locale.ROOT);
    Map<String, List<OpenReview>> pairs = new LinkedHashMap<>();
    each(
        pair -> {},
        member -> {
          if (member.isCalled(wanted)) {
            pairs.put(member.whole(), new ArrayList<>());
          }
        });
    Map<String, Member> members = new HashMap<>();
    each(
        pair -> {},
        member -> {
          if (pairs.containsKey(member.whole())) {
            members.put(member.key(), member);
          }
        });
    each(
        pair -> {
          Member one = members.get(pair.one());
          Member two = members.get(pair.two());
          if (two != null) {
            pairs
                .getOrDefault(two.whole(), new ArrayList<>())
                .add(pair.between(one == null ? Map.of() : one.entry(), two.entry()));
          }
        },
        member -> {});
    List<Merged> found = new ArrayList<>();
    pairs.values().removeIf(List::isEmpty);
    pairs.forEach(
        (entry, all) -> found.add(new Merged(entry.substring(entry.indexOf(' ') + 1), all)));
    return found;
  }

  /// Pairs of that name, at most one unless it is a short one.
  public List<OpenReview> called(String name) throws IOException {
    List<OpenReview> found = new ArrayList<>();
    each(
        pair -> {
          if (pair.isCalled(name)) {
            found.add(pair);
          }
        },
        member -> {});
    return found;
  }

  /// The id that a firm or financier of a source has in the catalog.
  public String idOf(String source, Kind kind, EntryId id) throws IOException {
    String key = Party.key(kind, source, id);
    AtomicReference<String> found = new AtomicReference<>(id.value());
    each(
        pair -> {},
        member -> {
          if (member.key().equals(key)) {
            found.set(member.id());
          }
        });
    return found.get();
  }

  private void each(Consumer<OpenReview> pairs, Consumer<Member> members) throws IOException {
    if (!isThere()) {
      return;
    }
    JsonMapper mapper = JsonMapper.shared();
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      for (String text = in.readLine(); text != null; text = in.readLine()) {
        JsonNode line = mapper.readTree(text);
        if (line.has("key")) {
          members.accept(mapper.treeToValue(line, Member.class));
        } else {
          pairs.accept(mapper.treeToValue(line, OpenReview.class));
        }
      }
    }
  }
}
