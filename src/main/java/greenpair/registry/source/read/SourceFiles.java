package greenpair.registry.source.read;

import module java.base;

import greenpair.message.AbsentException;
import greenpair.message.Message;
import greenpair.registry.source.value.Limits;

/// The files of a source: plain files, folders (all files of a known format), and globs such as
/// `reports/*.csv`; each file may be compressed by gzip or zip.
public final class SourceFiles {
  private final List<Path> files = new ArrayList<>();
  private final SourceFormat format;
  private final Limits limits;

  /// @throws AbsentException if a path leads nowhere
  public SourceFiles(List<Path> paths, SourceFormat format, Limits limits) {
    this.format = format;
    this.limits = limits;
    Set<Path> real = new HashSet<>();
    for (Path path : paths) {
      for (Path file : find(path)) {
        // A file that two patterns or a link lead to is read once: its amounts would add up.
        if (real.add(real(file))) {
          files.add(file);
        }
      }
    }
    if (files.isEmpty()) {
      throw new SourceException(Message.of("file.none"));
    }
  }

  /// Files of a mapping must be in the folder of the sources: mappings may come from other parties,
  /// and must not read arbitrary files.
  ///
  /// @throws SourceException if a path or a link leads out of the folder
  public SourceFiles within(Path folder) {
    checkWithin(folder, files);
    return this;
  }

  /// Checks that files are in their folder.
  ///
  /// @throws SourceException if a path or a link leads out of the folder
  public static void checkWithin(Path folder, List<Path> files) {
    try {
      Path root = folder.toAbsolutePath().toRealPath();
      for (Path file : files) {
        if (!file.toRealPath().startsWith(root)) {
          throw new SourceException(
              Message.of("file.outside", "file", file.toString(), "folder", folder.toString()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot find the files of a source in " + folder, e);
    }
  }

  /// Checks that a file that is to be written is none of those that are read.
  ///
  /// @throws SourceException if it is
  public void checkNotRead(Path out) {
    if (Files.exists(out) && files.stream().map(SourceFiles::real).anyMatch(real(out)::equals)) {
      throw new SourceException(Message.of("file.is_read", "file", out.toString()));
    }
  }

  private static Path real(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot find " + file, e);
    }
  }

  /// All records of all files, one after the other; may be opened again.
  public RecordReader open() {
    return new AllRecords(files, format, limits);
  }

  private static List<Path> find(Path path) {
    if (Files.isRegularFile(path)) {
      return List.of(path);
    }
    if (Files.isDirectory(path)) {
      List<Path> all = list(path, "*");
      for (Path each : all) {
        if (isTable(each.toString()) && !isKnown(each)) {
          throw new SourceException(unreadable(each.toString()));
        }
      }
      return all.stream().filter(SourceFiles::isKnown).toList();
    }
    Path folder = path.toAbsolutePath().getParent();
    String name = String.valueOf(path.getFileName());
    boolean glob = name.contains("*") || name.contains("?");
    List<Path> found =
        glob && folder != null && Files.isDirectory(folder) ? list(folder, name) : List.of();
    if (found.isEmpty() && !glob && Files.exists(path)) {
      throw new SourceException(Message.of("file.irregular", "file", path.toString()));
    } else if (found.isEmpty()) {
      String fault = glob ? "file.no_match" : "file.absent";
      throw new AbsentException(Message.of(fault, "file", path.toString()));
    }
    return found;
  }

  private static List<Path> list(Path folder, String glob) {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> content = Files.newDirectoryStream(folder, glob)) {
      for (Path each : content) {
        if (Files.isRegularFile(each)
            && !each.getFileName().toString().matches("(?s)(?:[.]|~[$]).*")) {
          found.add(each);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
    found.sort(Path::compareTo);
    return found;
  }

  /// Whether a file has rows that cannot be read, so that to leave it out would be a loss.
  static boolean isTable(String name) {
    return name.matches("(?is).*[.](?:xls[mb]?|ods|numbers|parquet|zip|7z|rar)");
  }

  static Message unreadable(String name) {
    return Message.of("file.table", "file", name);
  }

  private static boolean isKnown(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    String bare = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    return bare.endsWith(".zip") || SourceFormat.Type.of(bare) != null;
  }
}
