package greenpair.cli.program;

import module java.base;

import greenpair.index.GenerationStore;
import greenpair.index.generation.DurableFiles;
import greenpair.index.generation.Folders;
import greenpair.index.generation.InUse;
import greenpair.index.generation.Manifest;
import greenpair.message.AbsentException;
import greenpair.message.Message;
import greenpair.message.MessageException;
import greenpair.program.database.PrivateFile;

/// A data folder in one zip file: its files, and the programme data of either database as an
/// export. Damage is detected before anything is restored: the file states how many it holds, and
/// zip files have a checksum of each.
final class DataArchive {
  static final String PROGRAM = "program.jsonl";
  private static final String MARK = "greenpair-backup 2, files: ";
  private static final String RESTORING = ".restoring";

  private static final Set<String> PASSING = Set.of("work", "tmp", RESTORING);

  private DataArchive() {}

  interface Export {
    void write(Writer out) throws IOException;
  }

  record Contents(int files, long bytes) {}

  /// Writes an archive. The caller holds the lock of the data folder, so that no run adds or
  /// deletes generations meanwhile.
  ///
  /// @param file that does not exist yet
  static Contents write(Path data, Path file, Export program) throws IOException {
    if (Files.exists(file)) {
      throw new FileAlreadyExistsException(file.toString());
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      throw new AbsentException(Message.of("absent.folder", "path", folder.toString()));
    }
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.deleteIfExists(part);
    PrivateFile.create(part);
    long bytes = 0;
    List<Path> files = files(data);
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part));
          ZipOutputStream zip = new ZipOutputStream(out)) {
        zip.setLevel(1); // Most of it is an index, which is packed already.
        for (Path each : files) {
          String name = data.relativize(each).toString().replace('\\', '/');
          zip.putNextEntry(new ZipEntry(name));
          bytes += Files.copy(each, zip);
        }
        zip.putNextEntry(new ZipEntry(PROGRAM));
        export(program, zip);
        zip.closeEntry();
        zip.setComment(MARK + (files.size() + 1));
      }
      DurableFiles.force(part);
      Files.move(part, file);
    } finally {
      Files.deleteIfExists(part);
    }
    return new Contents(files.size() + 1, bytes);
  }

  private static void export(Export program, OutputStream out) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    program.write(writer);
    writer.flush();
  }

  /// The files to keep: not the database, which is exported, nor locks and unfinished files of
  /// runs.
  private static List<Path> files(Path data) throws IOException {
    Set<String> finished =
        new GenerationStore(data).list().stream().map(Manifest::id).collect(Collectors.toSet());
    try (Stream<Path> all = Files.walk(data, FileVisitOption.FOLLOW_LINKS)) {
      return all.filter(Files::isRegularFile)
          .filter(each -> lasts(data.relativize(each), finished))
          .sorted()
          .toList();
    }
  }

  private static boolean lasts(Path file, Set<String> finished) {
    String name = file.getFileName().toString();
    String top = file.getName(0).toString();
    boolean isGeneration = top.equals("generations");
    return !PASSING.contains(top)
        && !top.startsWith("program.db")
        && !name.matches(".*\\.(lock|new|tmp|part)")
        && !name.equals(InUse.FILE)
        && (!isGeneration || finished.contains(file.getName(1).toString()));
  }

  /// Unpacks an archive into an empty data folder. Files get their final names only after the whole
  /// archive was verified and the programme data imported.
  ///
  /// @throws IllegalArgumentException if the archive is damaged or the folder is not empty
  static Contents restore(Path file, Path data, Taking program) throws IOException {
    Files.createDirectories(data);
    Path unpacked = data.resolve(RESTORING);
    Folders.delete(unpacked);
    checkEmpty(data);
    try {
      Contents contents = unpack(file, unpacked);
      program.take(unpacked.resolve(PROGRAM));
      Files.delete(unpacked.resolve(PROGRAM));
      place(unpacked, data);
      return contents;
    } finally {
      Folders.delete(unpacked);
    }
  }

  interface Taking {
    void take(Path export) throws IOException;
  }

  private static void checkEmpty(Path data) throws IOException {
    try (Stream<Path> there = Files.list(data)) {
      there
          .filter(each -> !PASSING.contains(String.valueOf(each.getFileName())))
          .findFirst()
          .ifPresent(
              each -> {
                throw new MessageException(
                    Message.of("data.not_empty", "data", data, "file", each.getFileName()));
              });
    }
  }

  private static Contents unpack(Path file, Path to) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      String mark = String.valueOf(zip.getComment());
      if (!mark.startsWith(MARK) || zip.getEntry(PROGRAM) == null) {
        throw damaged(file, Message.of("data.damaged.other"));
      } else if (!mark.equals(MARK + zip.size())) {
        String written = mark.substring(MARK.length());
        throw damaged(
            file, Message.of("data.damaged.count", "count", zip.size(), "written", written));
      }
      long bytes = 0;
      for (ZipEntry each : Collections.list(zip.entries())) {
        Path target = to.resolve(each.getName()).normalize();
        if (!target.startsWith(to)) {
          throw damaged(file, Message.of("data.damaged.outside", "name", each.getName()));
        }
        Files.createDirectories(Objects.requireNonNull(target.getParent()));
        try (InputStream in = new CheckedInputStream(zip.getInputStream(each), new CRC32())) {
          bytes += Files.copy(in, target);
          if (((CheckedInputStream) in).getChecksum().getValue() != each.getCrc()) {
            throw damaged(file, Message.of("data.damaged.changed", "name", each.getName()));
          }
        }
      }
      return new Contents(zip.size(), bytes);
    } catch (ZipException | EOFException e) {
      throw damaged(file, Message.of("data.damaged.zip"));
    }
  }

  private static MessageException damaged(Path file, Message why) {
    return new MessageException(Message.of("data.damaged", "file", file, "why", why));
  }

  /// Moves each file to its place; the name of the published generation comes last.
  private static void place(Path unpacked, Path data) throws IOException {
    Path generations = unpacked.resolve("generations");
    if (Files.isDirectory(generations)) {
      try (Stream<Path> all = Files.list(generations)) {
        for (Path each : all.toList()) {
          Files.createFile(each.resolve(InUse.FILE));
        }
      }
    }
    List<Path> tops;
    try (Stream<Path> all = Files.list(unpacked)) {
      tops = all.sorted(Comparator.comparing(each -> each.endsWith("publications.tsv"))).toList();
    }
    for (Path each : tops) {
      Files.move(each, data.resolve(each.getFileName()));
    }
    DurableFiles.force(data);
  }
}
