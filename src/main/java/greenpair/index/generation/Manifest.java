package greenpair.index.generation;

import greenpair.catalog.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// The description of a generation, stored as `manifest.properties` in its directory and written
/// last, by an atomic rename, so a directory without it is an unfinished build.
///
/// @param newest year of the newest proven deployment; null if no year is known
/// @param files every file of the index with its length and checksum
public record Manifest(
    String id,
    String configuration,
    String indexing,
    Instant created,
    @Nullable Integer newest,
    Map<Kind, Long> counts,
    List<Source> sources,
    Map<String, Sum> files) {
  public static final String FILE = "manifest.properties";
  private static final String FORMAT = "16";
  private static final String OWN_SUM = "sum";

  /// A source file as it was read; the digest is SHA-256 in hexadecimal.
  public record Source(String name, long bytes, String digest) {}

  /// Length in bytes and CRC-32C of a file.
  public record Sum(long bytes, long crc) {}

  public Manifest {
    counts = java.util.Collections.unmodifiableMap(new EnumMap<>(counts));
    sources = List.copyOf(sources);
    files = java.util.Collections.unmodifiableMap(new TreeMap<>(files));
  }

  public long count(Kind kind) {
    return counts.getOrDefault(kind, 0L);
  }

  /// The reference year for ages: that of the build, or of the newest deployment if the data ends
  /// earlier, because missing later records do not mean that all firms are inactive.
  public int asOf() {
    return asOf(created);
  }

  /// The reference year for a build at that time.
  public int asOf(Instant time) {
    int built = time.atZone(ZoneOffset.UTC).getYear();
    return newest == null ? built : Math.min(built, newest);
  }

  public void write(Path directory) throws IOException {
    Properties all = new Properties();
    all.setProperty("format", FORMAT);
    all.setProperty("id", id);
    all.setProperty("configuration", configuration);
    all.setProperty("indexing", indexing);
    all.setProperty("created", created.toString());
    if (newest != null) {
      all.setProperty("newest", Integer.toString(newest));
    }
    counts.forEach((kind, n) -> all.setProperty("count." + kind.word(), Long.toString(n)));
    for (int i = 0; i < sources.size(); i++) {
      Source source = sources.get(i);
      all.setProperty("source." + i, source.digest + " " + source.bytes + " " + source.name);
    }
    files.forEach((name, sum) -> all.setProperty("file." + name, sum.bytes + " " + sum.crc));
    all.setProperty(OWN_SUM, sum(all));
    Path unfinished = directory.resolve(FILE + ".new");
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    all.store(text, null);
    // Without the comment of the first line, which no checksum covers.
    String lines = text.toString(StandardCharsets.ISO_8859_1);
    Files.writeString(
        unfinished, lines.substring(lines.indexOf('\n') + 1), StandardCharsets.ISO_8859_1);
    DurableFiles.force(unfinished);
    Files.move(unfinished, directory.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
  }

  /// CRC-32C of all other lines, to detect damage to the manifest itself.
  private static String sum(Properties all) {
    CRC32C crc = new CRC32C();
    for (String key : new TreeSet<>(all.stringPropertyNames())) {
      if (!key.equals(OWN_SUM)) {
        crc.update((key + "=" + all.getProperty(key) + "\n").getBytes(StandardCharsets.UTF_8));
      }
    }
    return Long.toString(crc.getValue());
  }

  /// Reads and checks the manifest of a directory.
  ///
  /// @throws BadGenerationException if it is missing or not whole
  public static Manifest read(Path directory) {
    Path file = directory.resolve(FILE);
    Properties all = new Properties();
    try {
      try (InputStream in = Files.newInputStream(file)) {
        all.load(in);
      }
      return parse(directory, all);
    } catch (IOException e) {
      throw new BadGenerationException(
          directory,
          Files.isDirectory(directory)
              ? "it has no readable " + FILE + ", so its build did not finish"
              : "it does not exist: only the newest generations are kept, see --keep of reindex");
    } catch (IllegalArgumentException | DateTimeParseException e) {
      throw new BadGenerationException(
          directory, FILE + " is damaged: " + e.getMessage() + "; run greenpair reindex");
    }
  }

  private static Manifest parse(Path directory, Properties all) {
    String format = must(all, "format");
    if (!FORMAT.equals(format)) {
      throw new BadGenerationException(
          directory,
          FILE
              + ": another version of Greenpair built it (format "
              + format
              + ", not "
              + FORMAT
              + "); run greenpair reindex");
    }
    if (!sum(all).equals(all.getProperty(OWN_SUM))) {
      throw new IllegalArgumentException("its own checksum differs");
    }
    Map<Kind, Long> counts = new EnumMap<>(Kind.class);
    Map<Integer, Source> sources = new TreeMap<>();
    Map<String, Sum> files = new TreeMap<>();
    for (String key : all.stringPropertyNames()) {
      String value = all.getProperty(key);
      if (key.startsWith("count.")) {
        Kind kind = Kind.of(key.substring(6)).orElseThrow(() -> new IllegalArgumentException(key));
        counts.put(kind, Long.valueOf(value));
      } else if (key.startsWith("source.")) {
        String[] parts = split(value, 3);
        sources.put(
            Integer.valueOf(key.substring(7)),
            new Source(parts[2], Long.parseLong(parts[1]), parts[0]));
      } else if (key.startsWith("file.")) {
        String[] parts = split(value, 2);
        files.put(key.substring(5), new Sum(Long.parseLong(parts[0]), Long.parseLong(parts[1])));
      }
    }
    String newest = all.getProperty("newest");
    return new Manifest(
        must(all, "id"),
        must(all, "configuration"),
        must(all, "indexing"),
        Instant.parse(must(all, "created")),
        newest == null ? null : Integer.valueOf(newest),
        counts,
        new ArrayList<>(sources.values()),
        files);
  }

  private static String[] split(String value, int parts) {
    String[] split = value.split(" ", parts);
    if (split.length != parts) {
      throw new IllegalArgumentException("\"" + value + "\" has not " + parts + " parts");
    }
    return split;
  }

  private static String must(Properties all, String key) {
    String value = all.getProperty(key);
    if (value == null) {
      throw new IllegalArgumentException(key + " is missing");
    }
    return value;
  }
}
