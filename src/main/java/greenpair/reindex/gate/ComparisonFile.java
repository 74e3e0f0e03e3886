package greenpair.reindex.gate;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `comparison.json` in the directory of a generation.
public final class ComparisonFile {
  private static final JsonMapper JSON = JsonMapper.shared();

  private ComparisonFile() {}

  public static void write(GenerationComparison comparison, Path directory) throws IOException {
    Path unfinished = directory.resolve(GenerationComparison.FILE + ".new");
    ByteBuffer bytes =
        ByteBuffer.wrap(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(comparison));
    try (FileChannel channel =
        FileChannel.open(unfinished, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(
        unfinished, directory.resolve(GenerationComparison.FILE), StandardCopyOption.ATOMIC_MOVE);
  }

  /// Entries of a generation by source and kind; empty if it did not keep them.
  public static Map<String, Map<String, Long>> entries(Path directory) throws IOException {
    Map<String, Map<String, Long>> entries = new TreeMap<>();
    read(directory)
        .path("entries")
        .forEachEntry(
            (source, kinds) -> {
              Map<String, Long> counts = new TreeMap<>();
              kinds.forEachEntry((kind, count) -> counts.put(kind, count.asLong()));
              entries.put(source, counts);
            });
    return entries;
  }

  /// Bad lines that a generation left out; more than any run allows when it did not keep that.
  public static long leftOut(Path directory) throws IOException {
    return read(directory).path("leftOut").asLong(Long.MAX_VALUE);
  }

  /// The shortlists that are not alike in two generations, each as the word of its kind, a space
  /// and the id of its need; nothing if they were not compared as asked.
  ///
  /// @param before the other generation
  /// @param configuration digest of the one under which they must have been compared
  /// @param places minimum number of compared places of each list
  public static Optional<Set<String>> changedLists(
      Path directory, String before, String configuration, int places) throws IOException {
    JsonNode read = read(directory);
    if (!read.path("before").asString("").equals(before)
        || !read.path("configuration").asString("").equals(configuration)
        || read.path("places").asInt(0) < places) {
      return Optional.empty();
    }
    Set<String> changed = new TreeSet<>();
    for (JsonNode each : read.path("changes")) {
      changed.add(each.path("kind").asString("") + " " + each.path("need").asString(""));
    }
    return Optional.of(changed);
  }

  /// How many needs were compared.
  public static int needs(Path directory) throws IOException {
    return read(directory).path("needs").asInt(0);
  }

  private static JsonNode read(Path directory) throws IOException {
    Path file = directory.resolve(GenerationComparison.FILE);
    if (!Files.exists(file)) {
      return JSON.createObjectNode();
    }
    try {
      return JSON.readTree(Files.readAllBytes(file));
    } catch (JacksonException e) {
      return JSON.createObjectNode();
    }
  }
}
