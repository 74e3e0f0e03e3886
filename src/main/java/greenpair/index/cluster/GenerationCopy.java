package greenpair.index.cluster;

import greenpair.catalog.Entry;
import greenpair.index.GenerationStore;
import greenpair.index.SharedException;
import greenpair.index.SharedGenerations.Condition;
import greenpair.index.build.GenerationBuilder;
import greenpair.index.generation.DurableFiles;
import greenpair.index.read.OpenGeneration;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Builds a generation of the data folder from an index set. Its entries are read once, each page
/// checked, and kept in a file until the second pass of the builder; they are in the same order as
/// in the loaded generation, so the copy gives the same answers.
final class GenerationCopy {
  private final Connection connection;
  private final IndexSet set;
  private final SetContents contents;

  GenerationCopy(Connection connection, String name, SetContents contents) {
    this.connection = connection;
    this.set = new IndexSet(name, contents.id());
    this.contents = contents;
  }

  /// Builds the copy; a failed one leaves nothing behind.
  void into(GenerationStore store, GenerationStore.Lock lock, OpenGeneration.Context context)
      throws IOException {
    GenerationBuilder builder =
        store.beginCopy(
            lock, contents.id(), contents.digests(), context.taxonomy(), context.settings());
    boolean isFinished = false;
    Path spool = null;
    try (builder) {
      spool = Files.createTempFile(store.data(), "copy", ".lines");
      survey(spool, builder, context);
      write(spool, builder, context);
      for (Map.Entry<String, SetContents.Kept> each : contents.files().entrySet()) {
        file(each.getKey(), each.getValue(), builder.directory());
      }
      builder.finish(contents.sources(), contents.time());
      isFinished = true;
    } finally {
      if (spool != null) {
        Files.deleteIfExists(spool);
      }
      if (!isFinished) {
        store.discard(builder);
      }
    }
  }

  private void survey(Path spool, GenerationBuilder builder, OpenGeneration.Context context)
      throws IOException {
    EntryPages pages = new EntryPages(connection, set);
    Set<Entry.Key> partners = new HashSet<>();
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(spool)))) {
      for (SetContents.Page page : contents.pages()) {
        for (EntryDocument each : pages.page(page)) {
          byte[] line = each.line().getBytes(StandardCharsets.UTF_8);
          Entry entry = context.codec().decode(line);
          builder.survey(entry);
          if (entry.kind().isPartner()) {
            partners.add(new Entry.Key(entry.kind(), entry.id()));
          }
          out.writeInt(line.length);
          out.write(line);
        }
      }
    }
    builder.settle((kind, id) -> partners.contains(new Entry.Key(kind, id)));
  }

  private void write(Path spool, GenerationBuilder builder, OpenGeneration.Context context)
      throws IOException {
    long left = contents.counts().values().stream().mapToLong(Long::longValue).sum();
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(spool)))) {
      for (; left > 0; left--) {
        byte[] line = in.readNBytes(in.readInt());
        builder.add(context.codec().decode(line), line);
      }
    }
  }

  private void file(String file, SetContents.Kept kept, Path directory) throws IOException {
    Path path = directory.resolve(file);
    CRC32C crc = new CRC32C();
    long bytes = 0;
    try (OutputStream out = Files.newOutputStream(path)) {
      for (int part = 0; part < kept.parts(); part++) {
        byte[] read = part(file, part);
        crc.update(read);
        bytes += read.length;
        out.write(read);
      }
    }
    DurableFiles.force(path);
    if (bytes != kept.bytes() || crc.getValue() != kept.crc()) {
      throw damaged(file, null);
    }
  }

  private byte[] part(String file, int number) {
    JsonNode found =
        connection
            .find("/" + set.files() + "/_doc/" + Mappings.part(file, number))
            .orElseThrow(() -> damaged(file, null));
    try {
      return Base64.getDecoder().decode(found.path("_source").path("text").asString(""));
    } catch (IllegalArgumentException e) {
      throw damaged(file, e);
    }
  }

  private SharedException damaged(String file, @Nullable Throwable cause) {
    return new SharedException(
        Condition.DAMAGED,
        ("the file %s in the index %s of the cluster is not as it was written; publish a generation"
                + " that is whole: greenpair rollback or greenpair reindex")
            .formatted(file, set.files()),
        cause);
  }
}
