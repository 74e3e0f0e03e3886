package greenpair.registry.source.convert;

import module java.base;

import greenpair.catalog.Entry;
import greenpair.catalog.FieldTable;
import greenpair.catalog.Kind;
import greenpair.catalog.Text;
import greenpair.message.Message;
import greenpair.message.MessageException;
import greenpair.registry.format.CatalogJson;
import greenpair.registry.source.map.MergeRule;

/// Lines of the catalog format, stored in temporary files by their id, so that repeated entries can
/// be merged without holding all of them in memory. Only one part of [#PARTS] is in memory at a
/// time. An entry that occurs once is copied unchanged.
final class Fragments implements Closeable {
  private static final int PARTS = 64;

  private final Path folder;
  private final Map<Kind, Map<String, MergeRule>> merges;
  private final List<OutputStream> parts = new ArrayList<>();
  private final Map<String, Long> counts = new TreeMap<>();
  /// Drafts that could not be merged without breaking a rule: of the later one, the fields
  /// were taken that fit.
  private long conflicts;

  /// Sums that are unknown although a part is known.
  private long lostSums;

  /// Entries, as `kind id`, of which a row was rejected, so that their sums are unknown.
  private final Set<String> partial = new HashSet<>();

  /// Rows that say the same as another, in all that is added up.
  private long equalParts;

  /// @param beside the file beside which temporary files are created
  Fragments(Path beside) throws IOException {
    this(beside, Map.of());
  }

  /// @param merges how fields of one entry become one, by kind
  Fragments(Path beside, Map<Kind, Map<String, MergeRule>> merges) throws IOException {
    this.merges = merges;
    Path within = beside.toAbsolutePath().getParent();
    try {
      folder =
          within == null
              ? Files.createTempDirectory("fragments")
              : Files.createTempDirectory(within, "fragments");
    } catch (IOException e) {
      throw new MessageException(
          Message.of("reindex.no_room", "folder", String.valueOf(within)), e);
    }
    for (int part = 0; part < PARTS; part++) {
      parts.add(new BufferedOutputStream(Files.newOutputStream(part(part))));
    }
  }

  private Path part(int part) {
    return folder.resolve("part-" + part);
  }

  /// @param line without a line end
  void add(Kind kind, String id, byte[] line) throws IOException {
    OutputStream out = parts.get(Math.floorMod((kind.word() + id).hashCode(), PARTS));
    out.write((kind.word() + " " + id + "\t").getBytes(StandardCharsets.UTF_8));
    out.write(line);
    out.write('\n');
  }

  void addRejected(String kindAndId) {
    partial.add(kindAndId);
  }

  Map<String, Long> counts() {
    return counts;
  }

  /// What was lost or may be counted twice.
  List<Text> notes() {
    List<Text> notes = new ArrayList<>();
    note("note.conflicts", conflicts).ifPresent(notes::add);
    note("note.lost_sums", lostSums).ifPresent(notes::add);
    note("note.equal_parts", equalParts).ifPresent(notes::add);
    return notes;
  }

  private static Optional<Text> note(String key, long count) {
    return count == 0 ? Optional.empty() : Optional.of(Message.of(key, "count", count).text());
  }

  void write(OutputStream out, Merger merger, CatalogJson json) throws IOException {
    for (OutputStream each : parts) {
      each.close();
    }
    for (int part = 0; part < PARTS; part++) {
      byte[] bytes = Files.readAllBytes(part(part));
      for (Map.Entry<String, List<Line>> each : byId(bytes).entrySet()) {
        String kind = each.getKey().substring(0, each.getKey().indexOf(' '));
        counts.merge(kind, 1L, Long::sum);
        List<Line> lines = each.getValue();
        boolean isPartial = partial.contains(each.getKey());
        if (lines.size() > 1 || isPartial) {
          List<Entry> all = new ArrayList<>();
          lines.forEach(
              line ->
                  all.add(
                      json.accepted(
                          Arrays.copyOfRange(bytes, line.start, line.start + line.length))));
          out.write(json.encode(merged(kind, all, merger, isPartial)));
        } else {
          out.write(bytes, lines.getFirst().start, lines.getFirst().length);
        }
        out.write('\n');
      }
    }
  }

  /// A line without its end, among the bytes of a part.
  private record Line(int start, int length) {}

  /// The lines of a part by kind and id, in the order in which each came first.
  private static Map<String, List<Line>> byId(byte[] bytes) {
    Map<String, List<Line>> byId = new LinkedHashMap<>();
    int from = 0;
    while (from < bytes.length) {
      int tab = next('\t', bytes, from); // No kind and no id has one.
      int start = tab + 1;
      int end = next('\n', bytes, start);
      String id = new String(bytes, from, tab - from, StandardCharsets.UTF_8);
      byId.computeIfAbsent(id, each -> new ArrayList<>(1)).add(new Line(start, end - start));
      from = end + 1;
    }
    return byId;
  }

  private static int next(char wanted, byte[] bytes, int from) {
    int at = from;
    while (bytes[at] != wanted) {
      at++;
    }
    return at;
  }

  private Entry merged(String kind, List<Entry> all, Merger merger, boolean isPartial) {
    Entry whole = all.getFirst();
    for (Entry next : all.subList(1, all.size())) {
      whole = merged(whole, next, merger);
    }
    whole = merger.settle(whole, all);
    Map<String, MergeRule> rules = merges.getOrDefault(Kind.of(kind).orElseThrow(), Map.of());
    if (rules.values().stream().anyMatch(MergeRule.Sum.class::isInstance)) {
      equalParts += all.size() - all.stream().distinct().count();
    }
    try {
      return MergeRule.apply(rules, all, isPartial, whole, () -> lostSums++);
    } catch (IllegalArgumentException e) {
      conflicts++;
      return whole;
    }
  }

  private Entry merged(Entry first, Entry next, Merger merger) {
    Map<String, Object> both = merger.merge(first, next);
    try {
      return FieldTable.with(first, both);
    } catch (IllegalArgumentException e) {
      conflicts++;
      return oneByOne(first, both);
    }
  }

  /// Takes each field of the merged entry that fits; the sources always do.
  private static Entry oneByOne(Entry first, Map<String, Object> both) {
    Entry kept = first;
    for (Map.Entry<String, Object> field : both.entrySet()) {
      try {
        kept = FieldTable.with(kept, Map.of(field.getKey(), field.getValue()));
      } catch (IllegalArgumentException e) {
        // It does not fit to those before.
      }
    }
    return kept;
  }

  @Override
  public void close() throws IOException {
    for (OutputStream each : parts) {
      each.close();
    }
    for (int part = 0; part < PARTS; part++) {
      Files.deleteIfExists(part(part));
    }
    Files.deleteIfExists(folder);
  }
}
