package greenpair.cli.program;

import greenpair.index.GenerationStore;
import greenpair.index.generation.DurableFiles;
import greenpair.index.generation.Folders;
import greenpair.index.generation.InUse;
import greenpair.index.generation.Manifest;
import greenpair.program.database.PrivateFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/// A data folder in one zip file: its files, the programme data of either database as an export,
/// and a list of all of them with length and SHA-256, so that damage is detected before anything is
/// restored.
final class DataArchive {
  static final String PROGRAM = "program.jsonl";
  private static final String LIST = "backup.tsv";

  private static final String FORMAT = "greenpair-backup\t1";

  private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})\t([0-9]{1,18})\t(.+)");

  private static final int LONGEST_LIST = 64 << 20;

  private static final String RESTORING = ".restoring";

  private static final Set<String> PASSING = Set.of("work", "tmp", RESTORING);

  private DataArchive() {}

  interface Export {
    void write(Writer out) throws IOException;
  }

  record Contents(int files, long bytes) {}

  private record Sum(long bytes, String digest) {}

  /// Writes an archive. The caller holds the lock of the data folder, so that no run adds or
  /// deletes generations meanwhile.
  ///
  /// @param file that does not exist yet
  static Contents write(Path data, Path file, Export program) throws IOException {
    if (Files.exists(file)) {
      throw new FileAlreadyExistsException(file.toString());
    }
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.deleteIfExists(part);
    PrivateFile.create(part);
    Map<String, Sum> sums = new TreeMap<>();
    try {
      try (OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(part));
          ZipOutputStream zip = new ZipOutputStream(bytes)) {
        zip.setLevel(1); // Most of it is an index, which is packed already.
        for (Path each : files(data)) {
          String name = data.relativize(each).toString().replace('\\', '/');
          sums.put(name, put(zip, name, out -> Files.copy(each, out)));
        }
        sums.put(PROGRAM, put(zip, PROGRAM, out -> export(program, out)));
        var _ = put(zip, LIST, out -> out.write(list(sums)));
      }
      DurableFiles.force(part);
      Files.move(part, file);
    } finally {
      Files.deleteIfExists(part);
    }
    return contents(sums);
  }

  private static Contents contents(Map<String, Sum> sums) {
    return new Contents(sums.size(), sums.values().stream().mapToLong(Sum::bytes).sum());
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
    try (Stream<Path> all = Files.walk(data)) {
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

  private interface Content {
    void write(OutputStream out) throws IOException;
  }

  private static Sum put(ZipOutputStream zip, String name, Content content) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    zip.putNextEntry(entry);
    DigestOutputStream digested = new DigestOutputStream(zip, DigestUtils.getSha256Digest());
    content.write(digested);
    zip.closeEntry();
    return new Sum(entry.getSize(), HexFormat.of().formatHex(digested.getMessageDigest().digest()));
  }

  private static byte[] list(Map<String, Sum> sums) {
    StringBuilder list = new StringBuilder(FORMAT + "\n");
    sums.forEach(
        (name, sum) ->
            list.append(sum.digest())
                .append('\t')
                .append(sum.bytes())
                .append('\t')
                .append(name)
                .append('\n'));
    return list.toString().getBytes(StandardCharsets.UTF_8);
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
      Map<String, Sum> sums = unpack(file, unpacked);
      program.take(unpacked.resolve(PROGRAM));
      Files.delete(unpacked.resolve(PROGRAM));
      place(unpacked, data);
      return contents(sums);
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
                throw new IllegalArgumentException(
                    "%s holds %s; restore into an empty data folder, name one with --data"
                        .formatted(data, each.getFileName()));
              });
    }
  }

  private static Map<String, Sum> unpack(Path file, Path to) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      Map<String, Sum> sums = sums(zip, file);
      Set<String> there =
          zip.stream().map(ZipEntry::getName).collect(Collectors.toCollection(TreeSet::new));
      there.remove(LIST);
      if (!there.equals(sums.keySet())) {
        throw damaged(file, "its files are not those that it lists");
      }
      for (Map.Entry<String, Sum> each : sums.entrySet()) {
        Path target = to.resolve(each.getKey()).normalize();
        if (!target.startsWith(to) || each.getKey().isEmpty()) {
          throw damaged(file, each.getKey() + " leads out of the data folder");
        }
        Files.createDirectories(parent(target));
        unpack(zip, each.getKey(), each.getValue(), target, file);
      }
      return sums;
    } catch (ZipException e) {
      throw damaged(file, e.getMessage());
    }
  }

  private static Path parent(Path file) {
    Path parent = file.getParent();
    return parent == null ? file : parent;
  }

  private static void unpack(ZipFile zip, String name, Sum sum, Path target, Path file)
      throws IOException {
    DigestInputStream in =
        new DigestInputStream(
            zip.getInputStream(zip.getEntry(name)), DigestUtils.getSha256Digest());
    try (InputStream bounded = in;
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(target))) {
      long left = sum.bytes();
      byte[] buffer = new byte[1 << 16];
      for (int read = bounded.read(buffer); read >= 0; read = bounded.read(buffer)) {
        left -= read;
        if (left < 0) {
          throw damaged(file, name + " is longer than listed");
        }
        out.write(buffer, 0, read);
      }
      if (left != 0
          || !HexFormat.of().formatHex(in.getMessageDigest().digest()).equals(sum.digest())) {
        throw damaged(file, name + " is not as it was");
      }
    }
  }

  private static Map<String, Sum> sums(ZipFile zip, Path file) throws IOException {
    ZipEntry entry = zip.getEntry(LIST);
    if (entry == null) {
      throw damaged(file, "it has no " + LIST);
    }
    List<String> lines;
    try (InputStream in = zip.getInputStream(entry)) {
      lines = new String(in.readNBytes(LONGEST_LIST), StandardCharsets.UTF_8).lines().toList();
    }
    if (lines.isEmpty() || !lines.getFirst().equals(FORMAT)) {
      throw damaged(file, LIST + " is not a list of version 1");
    }
    Map<String, Sum> sums = new TreeMap<>();
    for (String line : lines.subList(1, lines.size())) {
      Matcher parts = LINE.matcher(line);
      if (!parts.matches()) {
        throw damaged(file, LIST + " has a bad line");
      }
      sums.put(parts.group(3), new Sum(Long.parseLong(parts.group(2)), parts.group(1)));
    }
    return sums;
  }

  private static IllegalArgumentException damaged(Path file, @Nullable String why) {
    return new IllegalArgumentException(
        "%s is not a complete backup: %s; nothing was restored, take another copy of it"
            .formatted(file, why));
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
      tops = all.sorted(Comparator.comparing(each -> each.endsWith("CURRENT"))).toList();
    }
    for (Path each : tops) {
      Files.move(each, data.resolve(each.getFileName()));
    }
    DurableFiles.force(data);
  }
}
