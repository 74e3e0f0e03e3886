package greenpair.cli;

import module java.base;

/// Something that writes a file of a test.
interface Content {
  /// A line of a thousand bytes that hardly take room when they are packed.
  String BLANK = " ".repeat(998) + ",\n";

  void write(OutputStream out) throws IOException;

  static Content text(String text) {
    return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  static Content bytes(int... bytes) {
    return out -> {
      for (int each : bytes) {
        out.write(each);
      }
    };
  }

  static Content repeated(String start, String part, int times, String end) {
    return out -> {
      out.write(start.getBytes(StandardCharsets.UTF_8));
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      for (int each = 0; each < times; each++) {
        out.write(bytes);
      }
      out.write(end.getBytes(StandardCharsets.UTF_8));
    };
  }

  static Content zip(String member, Content content) {
    return out -> {
      ZipOutputStream zip = new ZipOutputStream(out);
      zip.putNextEntry(new ZipEntry(member));
      content.write(zip);
      zip.closeEntry();
      zip.finish();
    };
  }

  static Content gzip(Content content) {
    return out -> {
      GZIPOutputStream packed = new GZIPOutputStream(out);
      content.write(packed);
      packed.finish();
    };
  }

  static void put(ZipOutputStream zip, String name, Content content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    content.write(zip);
    zip.closeEntry();
  }
}
