package greenpair.index.generation;

import module java.base;

import greenpair.catalog.FieldTable;
import greenpair.catalog.Kind;
import greenpair.message.Message;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The description of a generation, stored as `manifest.json` in its directory and written last, by
/// an atomic rename, so a directory without it is an unfinished build.
///
/// @param newest year of the newest proven deployment; null if no year is known
/// @param files every file of the index with its length and checksum
/// @param past null before it was estimated
public record Manifest(
    String id,
    String configuration,
    String indexing,
    Instant created,
    @Nullable Integer newest,
    Map<Kind, Long> counts,
    List<Source> sources,
    Map<String, Sum> files,
    @Nullable RegistryPast past) {
  public static final String FILE = "manifest.json";
  private static final String FORMAT = "27";

  private static final JsonMapper JSON = JsonMapper.shared();

  /// The contents of the file.
  ///
  /// @param sum CRC-32C of the manifest, to detect damage to the file itself
  private record Stored(String format, long sum, Manifest manifest) {
    Stored {
      Objects.requireNonNull(manifest, "manifest");
    }
  }

  /// A source file as it was read; the digest is SHA-256 in hexadecimal.
  public record Source(String name, long bytes, String digest) {}

  /// Length in bytes and CRC-32C of a file.
  public record Sum(long bytes, long crc) {}

  public Manifest {
    counts = Collections.unmodifiableMap(new EnumMap<>(counts));
    sources = List.copyOf(sources);
    files = Collections.unmodifiableMap(new TreeMap<>(files));
  }

  /// The same with what the past says of ranking.
  public Manifest with(RegistryPast found) {
    return FieldTable.with(this, "past", found);
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
    DurableFiles.replace(
        directory.resolve(FILE), JSON.writeValueAsBytes(new Stored(FORMAT, sum(), this)));
    DurableFiles.force(directory);
  }

  private long sum() {
    CRC32C crc = new CRC32C();
    crc.update(JSON.writeValueAsBytes(this));
    return crc.getValue();
  }

  /// Whether a directory has a manifest, so that its build did finish.
  static boolean isIn(Path directory) {
    return Files.exists(directory.resolve(FILE));
  }

  /// The names of the source files of a finished build, also of one in another format; the manifest
  /// itself where it does not tell, so that an unreadable build passes for no known one.
  static List<String> sourceNames(Path directory) {
    Path file = directory.resolve(FILE);
    try {
      List<String> names =
          JSON.readTree(Files.readAllBytes(file))
              .path("manifest")
              .path("sources")
              .findValuesAsString("name");
      return names.isEmpty() ? List.of(file.toString()) : names;
    } catch (IOException | JacksonException e) {
      return List.of(file.toString());
    }
  }

  /// Reads and checks the manifest of a directory.
  ///
  /// @throws BadGenerationException if it is missing or not whole
  public static Manifest read(Path directory) {
    try {
      JsonNode stored = JSON.readTree(Files.readAllBytes(directory.resolve(FILE)));
      String format = stored.path("format").asString("");
      if (!format.isEmpty() && !format.equals(FORMAT)) {
        throw new BadGenerationException(
            directory, Message.of("generation.format", "format", format, "own", FORMAT));
      }
      Stored read = stored.isObject() ? JSON.treeToValue(stored, Stored.class) : null;
      if (read == null || read.sum != read.manifest.sum()) {
        throw new BadGenerationException(directory, Message.of("generation.damaged", "file", FILE));
      }
      return read.manifest;
    } catch (IOException e) {
      throw new BadGenerationException(
          directory,
          Files.isDirectory(directory)
              ? Message.of("generation.unfinished", "file", FILE)
              : Message.of("generation.gone"));
    } catch (JacksonException e) {
      throw new BadGenerationException(directory, Message.of("generation.damaged", "file", FILE));
    }
  }
}
