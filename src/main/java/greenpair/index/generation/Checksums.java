package greenpair.index.generation;

import module java.base;

import greenpair.message.Message;

/// Lengths and CRC-32C sums of the files of a generation. Damage is found before a file is served,
/// not in the middle of a request.
public final class Checksums {
  private static final int BUFFER = 1 << 20;

  private Checksums() {}

  /// Sums of all files below a directory, by path relative to it with `/`.
  public static Map<String, Manifest.Sum> of(Path directory) throws IOException {
    Map<String, Manifest.Sum> sums = new TreeMap<>();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = directory.relativize(file).toString().replace('\\', '/');
        if (isSummed(name)) {
          sums.put(name, new Manifest.Sum(Files.size(file), crc(file)));
        }
      }
    }
    return sums;
  }

  private static boolean isSummed(String name) {
    return !name.equals(Manifest.FILE) && !name.equals(InUse.FILE) && !name.endsWith("write.lock");
  }

  /// Compares a directory with its manifest.
  ///
  /// @throws BadGenerationException naming the first file that is missing, differs or cannot be
  ///     read
  public static void check(Path directory, Manifest manifest) {
    manifest
        .files()
        .forEach(
            (name, sum) -> {
              Path file = directory.resolve(name);
              try {
                if (!Files.isRegularFile(file)) {
                  throw new BadGenerationException(
                      directory, Message.of("generation.missing", "file", name));
                }
                long bytes = Files.size(file);
                if (bytes != sum.bytes()) {
                  throw new BadGenerationException(
                      directory,
                      Message.of(
                          "generation.bytes", "file", name, "bytes", bytes, "wanted", sum.bytes()));
                }
                if (crc(file) != sum.crc()) {
                  throw new BadGenerationException(
                      directory, Message.of("generation.checksum", "file", name));
                }
              } catch (IOException e) {
                throw new BadGenerationException(
                    directory, Message.of("generation.unreadable", "file", name), e);
              }
            });
  }

  private static long crc(Path file) throws IOException {
    CRC32C crc = new CRC32C();
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      // Most files are small, and a direct buffer is filled with zeros first.
      ByteBuffer buffer = ByteBuffer.allocateDirect(Math.clamp(channel.size(), 1, BUFFER));
      while (channel.read(buffer) >= 0) {
        crc.update(buffer.flip());
        buffer.clear();
      }
    }
    return crc.getValue();
  }
}
