import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.sqlite.util.OSInfo;

/// Writes the jars of one folder to another as an archive wants them: not compressed one by one, which
/// xz does better for all, and with SQLite's native library for this platform alone, not for twenty.
class Repack {
  public static void main(String[] arguments) throws IOException {
    List<Path> jars;
    try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
      jars = files.filter(each -> each.toString().endsWith(".jar")).toList();
    }
    for (Path jar : jars) {
      try (ZipFile from = new ZipFile(jar.toFile());
          OutputStream to = Files.newOutputStream(Path.of(arguments[1]).resolve(jar.getFileName()));
          ZipOutputStream out = new ZipOutputStream(to)) {
        out.setMethod(ZipOutputStream.STORED);
        for (ZipEntry entry : Collections.list(from.entries())) {
          if (!runsElsewhere(entry.getName())) {
            copy(entry, from, out);
          }
        }
      }
    }
  }

  private static boolean runsElsewhere(String name) {
    return name.startsWith("org/sqlite/native/")
        && !name.endsWith("/")
        && !name.contains("/" + OSInfo.getNativeLibFolderPathForCurrentOS() + "/");
  }

  private static void copy(ZipEntry entry, ZipFile from, ZipOutputStream out) throws IOException {
    byte[] bytes = from.getInputStream(entry).readAllBytes();
    CRC32 sum = new CRC32();
    sum.update(bytes);
    ZipEntry stored = new ZipEntry(entry.getName());
    stored.setTime(entry.getTime());
    stored.setSize(bytes.length);
    stored.setCrc(sum.getValue());
    out.putNextEntry(stored);
    out.write(bytes);
    out.closeEntry();
  }
}
