package greenpair.concept;

import module java.base;

/// Writes small files of word vectors, by what [WordVectors] says of the format.
final class VectorFile {
  private static final int ZERO = 7;
  private static final int WHOLE = 255;

  private VectorFile() {}

  /// @param english directions, an even number of whole numbers from -7 to 7 each
  /// @param chinese words and their translations
  static byte[] of(Map<String, int[]> english, Map<String, List<String>> chinese) {
    Map<String, int[]> entries = new TreeMap<>(english);
    Map<String, List<String>> words = new TreeMap<>(chinese);
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(body)) {
      out.writeInt(entries.values().iterator().next().length);
      out.writeInt(entries.size());
      out.writeInt(words.size());
      lines(out, entries.keySet());
      lines(out, words.keySet());
      for (int[] direction : entries.values()) {
        out.writeFloat(1);
        for (int i = 0; i < direction.length; i += 2) {
          out.writeByte((direction[i] + ZERO) << 4 | (direction[i + 1] + ZERO));
        }
      }
      List<String> places = List.copyOf(entries.keySet());
      for (List<String> translations : words.values()) {
        out.writeByte(translations.size());
        for (String each : translations) {
          out.writeShort(places.indexOf(each));
          out.writeByte(WHOLE / translations.size());
        }
      }
      byte[] bytes = body.toByteArray();
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      try (DataOutputStream whole = new DataOutputStream(file)) {
        whole.writeBytes(VectorReader.MAGIC);
        whole.writeInt(VectorReader.VERSION);
        whole.write(VectorReader.digest(bytes, 0));
        whole.write(bytes);
      }
      return file.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void lines(DataOutputStream out, Collection<String> lines) throws IOException {
    byte[] text = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    out.writeInt(text.length);
    out.write(text);
  }
}
