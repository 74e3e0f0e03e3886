package greenpair.concept;

import module java.base;

import org.jspecify.annotations.Nullable;

/// Reads and checks files of word vectors.
///
/// The file, all numbers big-endian: 8 bytes `greenvec`, the version as an int, SHA-256 of all that
/// follows; dimensions, number of English entries and of Chinese words as ints; the English entries
/// and the Chinese words, each group as its length in bytes and UTF-8 text with a newline behind
/// each; for each English entry a float by which its numbers are multiplied, and for each dimension
/// a number of four bits plus 7, the first of two in the higher bits; for each Chinese word a byte
/// with the number of its translations, and for each translation its position among the entries as
/// an unsigned short and its share, in 255ths, as a byte. Entries that begin with `##` are word
/// endings ("##volt" of "photovolt"), of which other words are composed.
public final class VectorReader {
  /// What the file begins with.
  public static final String MAGIC = "greenvec";

  public static final int VERSION = 1;
  private static final int DIGEST = 32;

  /// Bytes that it begins with: magic, version and the checksum of all that follows.
  public static final int HEADER = MAGIC.length() + Integer.BYTES + DIGEST;

  /// Bytes of a translation.
  static final int TRANSLATION = Short.BYTES + 1;

  private static final String RULE =
      "it must be a whole file of word vectors of version " + VERSION;
  private static final int MOST_DIMENSIONS = 1024;

  /// An index into the entries has two bytes.
  private static final int MOST_ENTRIES = 1 << Short.SIZE;

  private VectorReader() {}

  /// The last result. A changed configuration is read as a whole, but rarely has other vectors.
  private static final AtomicReference<@Nullable SoftReference<Known>> LAST =
      new AtomicReference<>();

  @SuppressWarnings("ArrayRecordComponent") // Compared by Arrays.equals alone.
  private record Known(byte[] bytes, WordVectors vectors) {}

  /// See [WordVectors#read]. If the bytes equal the last ones, the same vectors are returned,
  /// without checking them again.
  static WordVectors read(byte[] bytes) {
    SoftReference<Known> reference = LAST.get();
    Known known = reference == null ? null : reference.get();
    if (known != null && Arrays.equals(known.bytes, bytes)) {
      return known.vectors;
    }
    WordVectors vectors = checked(bytes);
    LAST.set(new SoftReference<>(new Known(bytes, vectors)));
    return vectors;
  }

  private static WordVectors checked(byte[] bytes) {
    require(isWhole(bytes));
    try {
      return body(ByteBuffer.wrap(bytes).position(HEADER));
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException(RULE, e);
    }
  }

  private static void require(boolean isRight) {
    if (!isRight) {
      throw new IllegalArgumentException(RULE);
    }
  }

  /// Whether it begins as such a file of this version does, with the checksum of what follows.
  private static boolean isWhole(byte[] bytes) {
    byte[] magic = MAGIC.getBytes(StandardCharsets.US_ASCII);
    return bytes.length >= HEADER
        && Arrays.equals(magic, Arrays.copyOf(bytes, magic.length))
        && ByteBuffer.wrap(bytes).getInt(magic.length) == VERSION
        && MessageDigest.isEqual(
            Arrays.copyOfRange(bytes, HEADER - DIGEST, HEADER), digest(bytes, HEADER));
  }

  /// SHA-256 of the bytes from a place on, which the header states.
  public static byte[] digest(byte[] bytes, int from) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(bytes, from, bytes.length - from);
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static WordVectors body(ByteBuffer in) {
    int dimensions = in.getInt();
    int entries = in.getInt();
    int words = in.getInt();
    require(dimensions >= 2 && dimensions % 2 == 0 && dimensions <= MOST_DIMENSIONS);
    require(entries >= 1 && entries <= MOST_ENTRIES && words >= 0);
    List<String> english = lines(in, entries);
    List<String> chinese = lines(in, words);
    hold(in, (long) entries * row(dimensions) + words);
    int rows = in.position();
    in.position(rows + entries * row(dimensions));
    Map<String, Integer> places = HashMap.newHashMap(entries);
    for (int place = 0; place < entries; place++) {
      places.put(english.get(place), place);
    }
    Map<String, Integer> translations = HashMap.newHashMap(words);
    for (String word : chinese) {
      translations.put(word, in.position());
      for (int left = Byte.toUnsignedInt(in.get()); left > 0; left--) {
        int place = Short.toUnsignedInt(in.getShort());
        require(place < entries);
        in.get();
      }
    }
    require(!in.hasRemaining());
    return new WordVectors(in, dimensions, rows, places, translations);
  }

  /// Bytes of the numbers of an entry.
  static int row(int dimensions) {
    return Float.BYTES + dimensions / 2;
  }

  /// Checked before anything of that size is allocated.
  private static void hold(ByteBuffer in, long bytes) {
    require(bytes >= 0 && bytes <= in.remaining());
  }

  private static List<String> lines(ByteBuffer in, int count) {
    int length = in.getInt();
    hold(in, length);
    byte[] text = new byte[length];
    in.get(text);
    List<String> lines =
        count == 0 ? List.of() : List.of(new String(text, StandardCharsets.UTF_8).split("\n"));
    require(lines.size() == count);
    return lines;
  }
}
