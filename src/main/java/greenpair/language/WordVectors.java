package greenpair.language;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Word vectors in one space for both languages: words of similar meaning have similar directions.
/// The vector of a text is the sum of the vectors of its words, in which rare words count more than
/// frequent ones (Arora, Liang and Ma 2017). The vectors were made by embedding each word with a
/// sentence model (Model2Vec, van Dongen and Tulkens 2024), see docs/decisions/0029; the model is
/// not needed here.
///
/// A Chinese word has the mean direction of its English translations. Immutable, for use by many
/// threads.
///
/// The file, all numbers big-endian: 8 bytes `greenvec`, the version as an int, SHA-256 of all that
/// follows; dimensions, number of English entries and of Chinese words as ints; the English entries
/// and the Chinese words, each group as its length in bytes and UTF-8 text with a newline behind
/// each; for each English entry a float, which its numbers are to be multiplied by, and a number of
/// four bits for each dimension, 7 added to it, the first of two in the higher bits; for each
/// Chinese word the number of its translations in a byte, and for each its place among the entries
/// as an unsigned short and its share, in 255ths, in a byte. Entries that begin with `##` are ends
/// of words ("##volt" of "photovolt"), from which words are put together that are no entries.
public final class WordVectors {
  public static final String FILE = "vectors.bin";

  /// What the file begins with.
  public static final String MAGIC = "greenvec";

  public static final int VERSION = 1;
  private static final int DIGEST = 32;

  /// Bytes that it begins with: magic, version and the checksum of all that follows.
  public static final int HEADER = MAGIC.length() + Integer.BYTES + DIGEST;
  private static final int MOST_DIMENSIONS = 1024;

  /// An index into the entries has two bytes.
  private static final int MOST_ENTRIES = 1 << Short.SIZE;

  private static final String PIECE = "##";
  private static final List<String> ENDINGS = List.of("s", "es", "ed", "ing", "ly");
  private static final int SHORTEST_PIECE = 3;
  private static final int NIBBLE = 0xf;
  private static final int ZERO = 7;
  private static final int BYTE = 0xff;

  /// Words of the longest English entry that is looked for.
  private static final int LONGEST_PHRASE = 4;

  private final int dimensions;
  private final float[] scales;
  private final byte[] numbers;
  private final Map<String, Integer> english;
  private final Map<String, Translation> chinese;
  private final int longestChinese;
  private final int longestEnglish;

  private WordVectors(
      int dimensions,
      float[] scales,
      byte[] numbers,
      Map<String, Integer> english,
      Map<String, Translation> chinese) {
    this.dimensions = dimensions;
    this.scales = scales;
    this.numbers = numbers;
    this.english = english;
    this.chinese = chinese;
    this.longestChinese = chinese.keySet().stream().mapToInt(String::length).max().orElse(0);
    this.longestEnglish = english.keySet().stream().mapToInt(String::length).max().orElse(0);
  }

  /// The English entries of a Chinese word: the index of each and, in the lowest eight bits, its
  /// share.
  @SuppressWarnings("ArrayRecordComponent") // Read only here, never compared.
  private record Translation(int[] entries) {}

  /// The last result. A changed configuration is read as a whole, but rarely has other vectors.
  private static final AtomicReference<@Nullable SoftReference<Known>> LAST =
      new AtomicReference<>();

  @SuppressWarnings("ArrayRecordComponent") // Compared by Arrays.equals alone.
  private record Known(byte[] bytes, WordVectors vectors) {}

  /// Reads the bytes of a file, which must not change afterwards. If they equal the last ones, the
  /// same vectors are returned without checking them again.
  ///
  /// @param name of the file, for messages
  /// @throws IllegalArgumentException when it is cut off, damaged, of another version or another
  ///     file
  public static WordVectors read(byte[] bytes, String name) {
    SoftReference<Known> reference = LAST.get();
    Known known = reference == null ? null : reference.get();
    if (known != null && Arrays.equals(known.bytes, bytes)) {
      return known.vectors;
    }
    WordVectors vectors = checked(bytes, name);
    LAST.set(new SoftReference<>(new Known(bytes, vectors)));
    return vectors;
  }

  private static WordVectors checked(byte[] bytes, String name) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    byte[] magic = MAGIC.getBytes(StandardCharsets.US_ASCII);
    boolean isOne = bytes.length >= HEADER && startsWith(bytes, magic);
    if (!isOne) {
      throw new IllegalArgumentException(
          name + " is not a file of word vectors: it does not begin with " + MAGIC + again());
    }
    in.position(magic.length);
    int version = in.getInt();
    if (version != VERSION) {
      throw new IllegalArgumentException(
          name + " has version " + version + "; this program reads version " + VERSION + again());
    }
    byte[] told = new byte[DIGEST];
    in.get(told);
    if (!MessageDigest.isEqual(told, digest(bytes, HEADER))) {
      throw new IllegalArgumentException(
          name
              + " is cut off or damaged: its "
              + bytes.length
              + " bytes do not have the checksum"
              + " that it states"
              + again());
    }
    try {
      return body(
          new DataInputStream(new ByteArrayInputStream(bytes, HEADER, bytes.length - HEADER)));
    } catch (IOException | RuntimeException e) {
      String reason = Objects.requireNonNullElse(e.getMessage(), "it ends too early");
      throw new IllegalArgumentException(name + " cannot be read: " + reason + again(), e);
    }
  }

  private static String again() {
    return "; restore the file of this release, or delete it to search without meaning";
  }

  private static boolean startsWith(byte[] bytes, byte[] start) {
    for (int i = 0; i < start.length; i++) {
      if (bytes[i] != start[i]) {
        return false;
      }
    }
    return true;
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

  private static WordVectors body(DataInputStream in) throws IOException {
    int dimensions = in.readInt();
    int entries = in.readInt();
    int words = in.readInt();
    if (dimensions < 2
        || dimensions % 2 > 0
        || dimensions > MOST_DIMENSIONS
        || entries < 1
        || entries > MOST_ENTRIES
        || words < 0) {
      throw new IOException(
          "it states "
              + dimensions
              + " dimensions, "
              + entries
              + " entries and "
              + words
              + " words");
    }
    String[] english = lines(in, entries);
    String[] chinese = lines(in, words);
    hold(in, (long) entries * (Float.BYTES + dimensions / 2) + words, "numbers");
    float[] scales = new float[entries];
    byte[] numbers = new byte[entries * dimensions / 2];
    Map<String, Integer> places = HashMap.newHashMap(entries);
    for (int i = 0; i < entries; i++) {
      scales[i] = in.readFloat();
      in.readFully(numbers, i * dimensions / 2, dimensions / 2);
      places.put(english[i], i);
    }
    Map<String, Translation> translations = HashMap.newHashMap(words);
    for (String word : chinese) {
      Translation of = new Translation(new int[in.readUnsignedByte()]);
      for (int i = 0; i < of.entries.length; i++) {
        int place = in.readUnsignedShort();
        if (place >= entries) {
          throw new IOException("a translation has place " + place + " of " + entries);
        }
        of.entries[i] = place << Byte.SIZE | in.readUnsignedByte();
      }
      translations.put(word, of);
    }
    if (in.available() > 0) {
      throw new IOException("it holds " + in.available() + " bytes more than it states");
    }
    return new WordVectors(dimensions, scales, numbers, places, translations);
  }

  /// Checked before anything of that size is allocated. For a byte array, available() returns all
  /// remaining bytes.
  private static void hold(DataInputStream in, long bytes, String what) throws IOException {
    if (bytes < 0 || bytes > in.available()) {
      throw new IOException(
          "it states " + bytes + " bytes of " + what + " and can hold " + in.available());
    }
  }

  private static String[] lines(DataInputStream in, int count) throws IOException {
    int length = in.readInt();
    hold(in, length, "text");
    byte[] text = new byte[length];
    in.readFully(text);
    String[] lines = new String(text, StandardCharsets.UTF_8).split("\n");
    if (lines.length != count && count > 0) {
      throw new IOException(lines.length + " words where " + count + " are stated");
    }
    return count == 0 ? new String[0] : lines;
  }

  public int dimensions() {
    return dimensions;
  }

  /// The direction of a text, of length 1; nothing for one without a known word.
  ///
  /// @param text in English, in Simplified Chinese or in both
  public Optional<float[]> of(String text) {
    float[] sum = new float[dimensions];
    String lower = text.toLowerCase(Locale.ROOT);
    int at = 0;
    while (at < lower.length()) {
      int point = lower.codePointAt(at);
      if (Character.isIdeographic(point)) {
        at += han(lower, at, sum);
      } else if (isLatin(point)) {
        at = latin(lower, at, sum);
      } else {
        at += Character.charCount(point);
      }
    }
    return unit(sum);
  }

  private static boolean isLatin(int point) {
    return Character.isLetterOrDigit(point) && !Character.isIdeographic(point);
  }

  private static Optional<float[]> unit(float[] sum) {
    double square = 0;
    for (float each : sum) {
      square += (double) each * each;
    }
    if (square == 0) {
      return Optional.empty();
    }
    float length = (float) Math.sqrt(square);
    for (int i = 0; i < sum.length; i++) {
      sum[i] /= length;
    }
    return Optional.of(sum);
  }

  /// Adds the longest Chinese word that begins there and returns its length; 1 for none.
  private int han(String text, int from, float[] sum) {
    for (int end = Math.min(text.length(), from + longestChinese); end > from; end--) {
      Translation words = chinese.get(text.substring(from, end));
      if (words != null) {
        for (int each : words.entries) {
          add(each >> Byte.SIZE, (each & BYTE) / (float) BYTE, sum);
        }
        return end - from;
      }
    }
    return Character.charCount(text.codePointAt(from));
  }

  /// Adds the longest English entry that begins there and returns where the next may begin.
  private int latin(String text, int from, float[] sum) {
    int end = wordEnd(text, from);
    String word = text.substring(from, end);
    int best = place(word);
    int after = end;
    StringBuilder phrase = new StringBuilder(word);
    for (int words = 1; words < LONGEST_PHRASE && continues(text, end); words++) {
      int start = end + 1;
      end = wordEnd(text, start);
      phrase.append(' ').append(text, start, end);
      Integer longer = english.get(phrase.toString());
      if (longer != null) {
        best = longer;
        after = end;
      }
    }
    if (best >= 0) {
      add(best, 1, sum);
    } else if (!isNumber(word)) {
      pieces(word, sum);
    }
    return after;
  }

  private static int wordEnd(String text, int from) {
    int end = from;
    while (end < text.length() && isLatin(text.codePointAt(end))) {
      end += Character.charCount(text.codePointAt(end));
    }
    return end;
  }

  /// Whether another word of a phrase may stand behind a blank or hyphen there.
  private static boolean continues(String text, int end) {
    return end + 1 < text.length()
        && (text.charAt(end) == ' ' || text.charAt(end) == '-')
        && isLatin(text.codePointAt(end + 1));
  }

  /// Numbers are skipped, because only what is counted has a meaning.
  private static boolean isNumber(String word) {
    return word.codePoints().allMatch(Character::isDigit);
  }

  /// A word as written or without a common ending; -1 for none.
  private int place(String word) {
    if (isNumber(word)) {
      return -1;
    }
    Integer place = english.get(word);
    for (int i = 0; i < ENDINGS.size() && place == null; i++) {
      String ending = ENDINGS.get(i);
      if (word.endsWith(ending)) {
        place = english.get(word.substring(0, word.length() - ending.length()));
      }
    }
    return place == null ? -1 : place;
  }

  /// Adds the mean of the longest pieces that make up a word, if there are such.
  private void pieces(String word, float[] sum) {
    List<Integer> pieces = new ArrayList<>();
    int start = 0;
    while (start < word.length()) {
      Integer piece = null;
      int end = Math.min(word.length(), start + longestEnglish) + 1;
      while (piece == null && --end > start) {
        piece = english.get((start == 0 ? "" : PIECE) + word.substring(start, end));
      }
      // Shorter pieces are meaningless, such as the first two letters of paella.
      if (piece == null || end - start < SHORTEST_PIECE) {
        return;
      }
      pieces.add(piece);
      start = end;
    }
    pieces.forEach(piece -> add(piece, 1f / pieces.size(), sum));
  }

  private void add(int place, float weight, float[] sum) {
    float factor = weight * scales[place];
    int start = place * dimensions / 2;
    for (int i = 0; i < dimensions / 2; i++) {
      int two = numbers[start + i];
      sum[2 * i] += factor * (((two >> 4) & NIBBLE) - ZERO);
      sum[2 * i + 1] += factor * ((two & NIBBLE) - ZERO);
    }
  }
}
