package greenpair.concept;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import org.junit.jupiter.api.Test;

class WordVectorsTest {
  /// Two dimensions: heat points along the first, cold along the second, a heat pump between.
  private static final byte[] FILE =
      VectorFile.of(
          Map.of(
              "heat", new int[] {7, 0},
              "cold", new int[] {0, 7},
              "heat pump", new int[] {3, 4},
              "therm", new int[] {6, 0},
              "##ostat", new int[] {0, 6}),
          Map.of("热", List.of("heat"), "热泵", List.of("heat pump"), "冷热", List.of("heat", "cold")));

  private static final WordVectors VECTORS = WordVectors.read(FILE);

  private static void points(String text, double x, double y) {
    double length = Math.hypot(x, y);
    float[] wanted = {(float) (x / length), (float) (y / length)};
    assertArrayEquals(wanted, VECTORS.of(text).orElseThrow(), 1e-5f, text);
  }

  @Test
  void text_pointsToTheSumOfItsWords_inEitherLanguage() {
    points("Heat, cold", 1, 1);
    points("热", 1, 0);
    points("heat HEAT cold", 2, 1);
  }

  @Test
  void longestEntryCounts_andNotItsParts() {
    points("heat pump", 3, 4);
    points("a heat-pump", 3, 4);
    points("热泵", 3, 4);
    points("冷热", 1, 1);
  }

  @Test
  void wordThatIsNoEntry_isReadWithoutItsEnding_orInPieces() {
    points("heating", 1, 0);
    points("thermostat", 1, 1);
  }

  @Test
  void wordIsKnown_whereItIsAnEntry() {
    assertTrue(VECTORS.knows("heat"));
    assertFalse(VECTORS.knows("heating"));
  }

  @Test
  void textWithoutAKnownWord_hasNoDirection() {
    for (String text : List.of("", "  ", "12345 678", "zzz", "鑫", "¿?", "\ud83c\udf31")) {
      assertEquals(Optional.empty(), VECTORS.of(text).map(Arrays::toString), text);
    }
  }

  @Test
  void longTextWithoutABlank_isReadInTime() {
    assertTrue(VECTORS.of("热".repeat(10_000)).isPresent());
    assertTrue(VECTORS.of("x".repeat(10_000)).isEmpty());
    // Each of its pieces is an entry: reading one must not cost more the longer the rest is.
    String pieces = "therm" + "ostat".repeat(40_000);
    assertTimeout(Duration.ofSeconds(30), () -> assertTrue(VECTORS.of(pieces).isPresent()));
  }

  @Test
  void fileThatIsCutOff_damaged_ofAnotherVersionOrNone_isRefused() {
    refused(Arrays.copyOf(FILE, FILE.length - 1));
    byte[] damaged = FILE.clone();
    damaged[FILE.length - 1] ^= 1;
    refused(damaged);
    byte[] newer = FILE.clone();
    newer[VectorReader.MAGIC.length() + 3] = 9;
    refused(newer);
    refused(new byte[0]);
    refused("code,language,term,form\n".repeat(9).getBytes(StandardCharsets.UTF_8));
  }

  /// Numbers are checked before anything of that size is made, also under a right checksum.
  @Test
  void fileThatStatesMoreThanItHolds_isRefused() {
    int dimensions = VectorReader.HEADER;
    int entries = dimensions + Integer.BYTES;
    int words = entries + Integer.BYTES;
    int text = words + Integer.BYTES;
    refused(stating(dimensions, 1024));
    refused(stating(entries, 60_000));
    refused(stating(entries, 1 << 30));
    refused(stating(words, Integer.MAX_VALUE));
    refused(stating(text, Integer.MAX_VALUE - 9));
    refused(stating(text, -1));
    byte[] beside = FILE.clone();
    beside[FILE.length - 2] = 99; // The place of the last translation.
    refused(checked(beside));
    refused(checked(Arrays.copyOf(FILE, FILE.length + 1)));
  }

  private static byte[] stating(int at, int number) {
    byte[] other = FILE.clone();
    ByteBuffer.wrap(other).putInt(at, number);
    return checked(other);
  }

  /// With the checksum of what it is now.
  private static byte[] checked(byte[] file) {
    byte[] digest = VectorReader.digest(file, VectorReader.HEADER);
    System.arraycopy(digest, 0, file, VectorReader.HEADER - digest.length, digest.length);
    return file;
  }

  private static void refused(byte[] bytes) {
    assertThrows(IllegalArgumentException.class, () -> WordVectors.read(bytes));
  }

  @Test
  void fileOfTheProgram_putsWordsOfLikeMeaningTogether_acrossLanguages() throws IOException {
    WordVectors all =
        WordVectors.read(Files.readAllBytes(Path.of("index-config", WordVectors.FILE)));
    double across = cosine(all, "wastewater treatment", "污水处理");
    assertTrue(across > 0.6, "污水处理: " + across);
    assertTrue(across > 0.3 + cosine(all, "wastewater treatment", "网络安全"));
    assertTrue(
        cosine(all, "shivering in my apartment", "cold flats")
            > 0.2 + cosine(all, "shivering in my apartment", "stock exchange"));
  }

  private static double cosine(WordVectors vectors, String a, String b) {
    float[] one = vectors.of(a).orElseThrow();
    float[] other = vectors.of(b).orElseThrow();
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }
}
