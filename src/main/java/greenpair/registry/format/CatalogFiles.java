package greenpair.registry.format;

import module java.base;

import greenpair.message.AbsentException;
import greenpair.message.Message;
import greenpair.message.MessageException;
import greenpair.registry.LineResult;
import greenpair.registry.Origin;
import greenpair.registry.ReadAhead;
import greenpair.registry.SourceChangedException;
import greenpair.registry.SourceFile;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;

/// The files of one catalog, read as a stream of lines in bounded memory. They can be read several
/// times; each reading after the first checks that the bytes are the same. Not thread-safe.
public final class CatalogFiles {
  private static final String ENDING = ".jsonl";

  private final List<Path> files = new ArrayList<>();
  private final CatalogJson json;
  private final Map<Path, SourceFile> sources = new HashMap<>();

  /// @param paths files, or folders whose `*.jsonl` files are read, sorted by name
  /// @throws IllegalArgumentException if a path is missing, named twice, or a folder without such a
  ///     file
  public CatalogFiles(List<Path> paths, CatalogJson json) {
    this.json = json;
    for (Path path : paths) {
      files.addAll(filesOf(path));
    }
    if (files.isEmpty()) {
      throw new MessageException(Message.of("catalog.no_file"));
    }
    checkNoneTwice();
  }

  private static List<Path> filesOf(Path path) {
    if (Files.isRegularFile(path)) {
      checkNoArchive(path);
      return List.of(path);
    }
    if (!Files.isDirectory(path)) {
      if (!Files.exists(path)) {
        throw new AbsentException(
            Message.of("absent.catalog", "path", path.toString(), "ending", ENDING));
      }
      throw new MessageException(Message.of("catalog.irregular", "path", path));
    }
    try (Stream<Path> content = Files.list(path)) {
      List<Path> found =
          content.filter(CatalogFiles::isCatalogFile).sorted(Path::compareTo).toList();
      found.forEach(CatalogFiles::checkNoArchive);
      if (found.isEmpty()) {
        throw new MessageException(Message.of("catalog.no_lines", "path", path, "ending", ENDING));
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + path, e);
    }
  }

  private static void checkNoArchive(Path path) {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] start = in.readNBytes(2);
      if (Arrays.equals(start, new byte[] {'P', 'K'})
          || Arrays.equals(start, new byte[] {0x1F, (byte) 0x8B})) {
        throw new MessageException(Message.of("catalog.archive", "path", path, "ending", ENDING));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path, e);
    }
  }

  /// Editors keep copies under names that begin with a dot. Archives are found to be refused.
  private static boolean isCatalogFile(Path path) {
    String name = path.getFileName().toString().replaceFirst("\\.(gz|zip)$", "");
    return name.endsWith(ENDING) && !name.startsWith(".") && Files.isRegularFile(path);
  }

  /// A file that is read twice would duplicate all of its ids.
  private void checkNoneTwice() {
    Set<Path> seen = new HashSet<>();
    for (Path file : files) {
      try {
        if (!seen.add(file.toRealPath())) {
          throw new MessageException(Message.of("catalog.file_twice", "file", file));
        }
      } catch (IOException e) {
        throw new UncheckedIOException("cannot find " + file, e);
      }
    }
  }

  /// Gives every line that is not blank to the consumer, file by file.
  ///
  /// @throws SourceChangedException if a file is not what it was at the first reading; the consumer
  ///     has then seen lines of the changed file
  /// @throws UncheckedIOException if a file cannot be read
  public void read(Consumer<LineResult> out) {
    try {
      ReadAhead.run(this::readAll, Placed::weight, this::reading, out::accept);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the catalog", e);
    }
  }

  /// A line with its place.
  private record Placed(LineReader.Line line, Origin origin) {
    /// About the bytes that a message with its arguments takes.
    private static final long WEIGHT_OF_PROBLEM = 500;

    /// What it takes as an entry, or as a problem.
    long weight() {
      return Math.max(line.bytes().length, WEIGHT_OF_PROBLEM);
    }
  }

  private void readAll(ReadAhead.Sink<Placed> out) {
    for (Path file : files) {
      SourceFile source = read(file, out);
      SourceFile first = sources.putIfAbsent(file, source);
      if (first != null && !first.equals(source)) {
        throw new SourceChangedException(file.toString());
      }
    }
  }

  /// Name, length and digest of every file, from the first reading, or taken now.
  public List<SourceFile> sources() {
    return files.stream().map(this::source).toList();
  }

  private SourceFile source(Path file) {
    return sources.computeIfAbsent(
        file, each -> over(each, in -> in.transferTo(OutputStream.nullOutputStream())));
  }

  private SourceFile read(Path file, ReadAhead.Sink<Placed> out) {
    return over(
        file,
        in -> {
          LineReader lines = new LineReader(in);
          for (LineReader.Line line = lines.next(); line != null; line = lines.next()) {
            if (!line.isBlank()) {
              out.take(new Placed(line, new Origin(file.toString(), line.number())));
            }
          }
          return lines.total();
        });
  }

  /// Reads a file to the end and returns its length.
  private interface Pass {
    long read(InputStream in) throws IOException;
  }

  private static SourceFile over(Path file, Pass pass) {
    MessageDigest digest = DigestUtils.getSha256Digest();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      long bytes = pass.read(in);
      return new SourceFile(file.toString(), bytes, Hex.encodeHexString(digest.digest()));
    } catch (NoSuchFileException e) {
      throw new SourceChangedException(file.toString());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private LineResult reading(Placed placed) {
    LineReader.Line line = placed.line;
    return line.fault() == null
        ? json.read(line.bytes(), placed.origin, line.cut())
        : new LineResult.Rejected(placed.origin, line.fault());
  }
}
