package greenpair.index.cluster;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.index.GenerationStore;
import greenpair.index.SharedException;
import greenpair.index.SharedGenerations.Condition;
import greenpair.index.generation.Manifest;
import greenpair.index.generation.StepObserver;
import greenpair.index.read.StoredRecords;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import tools.jackson.databind.JsonNode;

/// Loads a generation of the data folder into a new index set and checks that it is complete.
final class Upload {
  /// The first documents wait for their shard, so nothing else has to.
  private static final String AT_ONCE = "?wait_for_active_shards=0";

  private static final int ENTRIES_OF_A_PAGE = 500;
  private static final int BYTES_OF_A_PAGE = 4 << 20;
  private static final int BYTES_OF_A_PART = 1 << 20;

  /// Entries that are read back: so many, or one of so many if that is less. A copy checks all.
  private static final int SAMPLES = 16;

  private final Connection connection;
  private final ClusterSettings settings;
  private final Path directory;
  private final Manifest manifest;
  private final IndexSet set;
  private final StepObserver steps;
  private final List<SetContents.Page> pages = new ArrayList<>();
  private final CRC32C crc = new CRC32C();
  private int count;
  private long place;

  Upload(Connection connection, ClusterSettings settings, Path directory, StepObserver steps) {
    this.connection = connection;
    this.settings = settings;
    this.directory = directory;
    this.manifest = Manifest.read(directory);
    this.set = new IndexSet(settings.name(), manifest.id());
    this.steps = steps;
  }

  /// Loads and checks; an incomplete set remains until [OpenSearchGenerations#prune].
  ///
  /// @param run that loads it, for cleaning up after it
  void run(LoadingRun run) throws IOException {
    connection.create("/" + set.entries() + AT_ONCE, Mappings.entries(set, run, settings));
    connection.create("/" + set.files() + AT_ONCE, Mappings.files(set, run));
    steps.done("index set made");
    Map<String, SetContents.Kept> files;
    try (Bulk parts = new Bulk(connection, set.loading() + "-files");
        Bulk bulk = new Bulk(connection, set.loading())) {
      files = files(parts);
      entries(bulk);
      parts.finish();
      bulk.finish();
    }
    steps.done("index set loaded");
    connection.send("POST", "/" + set.entries() + "/_refresh", Map.of());
    SetContents contents = SetContents.of(manifest, pages, files);
    check(contents);
    steps.done("index set checked");
    connection.send(
        "PUT",
        "/" + set.files() + "/_doc/contents",
        Map.of("text", Connection.JSON.writeValueAsString(contents)));
    connection.send(
        "PUT",
        "/" + set.entries() + "," + set.files() + "/_settings",
        Map.of("index.blocks.write", true));
    steps.done("index set finished");
  }

  private void entries(Bulk bulk) throws IOException {
    for (Kind kind : Kind.values()) {
      StoredRecords.each(directory, kind, (id, text) -> add(line(kind, id, text), bulk));
    }
    turn(bulk);
  }

  private EntryDocument line(Kind kind, EntryId id, byte[] text) {
    crc.update(text);
    crc.update('\n');
    count++;
    return new EntryDocument(
        place++, kind.word(), id.value(), new String(text, StandardCharsets.UTF_8));
  }

  private void add(EntryDocument line, Bulk bulk) {
    bulk.add(line.key(), line);
    if (count == ENTRIES_OF_A_PAGE || bulk.bytes() >= BYTES_OF_A_PAGE) {
      turn(bulk);
    }
  }

  private void turn(Bulk bulk) {
    if (count > 0) {
      bulk.send();
      pages.add(new SetContents.Page(place - count, count, crc.getValue()));
      crc.reset();
      count = 0;
      steps.done("page sent");
    }
  }

  /// The files kept beside the indexes of Lucene.
  private Map<String, SetContents.Kept> files(Bulk bulk) throws IOException {
    List<String> names = new ArrayList<>();
    manifest.files().keySet().stream().filter(each -> !each.contains("/")).forEach(names::add);
    if (Files.exists(directory.resolve(GenerationStore.COMPARISON))
        && !names.contains(GenerationStore.COMPARISON)) {
      names.add(GenerationStore.COMPARISON);
    }
    Map<String, SetContents.Kept> kept = new TreeMap<>();
    for (String name : names) {
      kept.put(name, file(name, bulk));
    }
    return kept;
  }

  private SetContents.Kept file(String name, Bulk bulk) throws IOException {
    CRC32C crc = new CRC32C();
    long bytes = 0;
    int parts = 0;
    try (InputStream in = Files.newInputStream(directory.resolve(name))) {
      for (byte[] part = in.readNBytes(BYTES_OF_A_PART);
          part.length > 0;
          part = in.readNBytes(BYTES_OF_A_PART)) {
        crc.update(part);
        bytes += part.length;
        String text = Base64.getEncoder().encodeToString(part);
        bulk.add(Mappings.part(name, parts++), Map.of("text", text));
        bulk.send();
      }
    }
    return new SetContents.Kept(bytes, parts, crc.getValue());
  }

  /// Counts of each kind, and some pages read back.
  private void check(SetContents contents) {
    JsonNode found =
        connection.send("POST", "/" + set.entries() + "/_search", Mappings.countsByKind());
    Map<String, Long> counts = new TreeMap<>();
    contents.counts().keySet().forEach(kind -> counts.put(kind, 0L));
    for (JsonNode bucket : found.path("aggregations").path("kinds").path("buckets")) {
      counts.put(bucket.path("key").asString(), bucket.path("doc_count").asLong());
    }
    if (!counts.equals(contents.counts())) {
      throw new SharedException(
          Condition.DAMAGED,
          "the cluster holds %s of generation %s and not %s; it was not published; run again"
              .formatted(counts, manifest.id(), contents.counts()));
    }
    EntryPages read = new EntryPages(connection, set);
    int step = Math.max(SAMPLES, pages.size() / SAMPLES);
    for (int i = 0; i < pages.size(); i += step) {
      read.page(pages.get(i));
    }
  }
}
