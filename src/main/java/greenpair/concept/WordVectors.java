package greenpair.concept;

import module java.base;

/// Word vectors in one space for both languages: words of similar meaning have similar directions.
/// The vector of a text is the sum of the vectors of its words, in which rare words count more than
/// frequent ones (Arora, Liang and Ma 2017). The vectors were made by embedding each word with a
/// sentence model (Model2Vec, van Dongen and Tulkens 2024), see docs/decisions/0029; the model is
/// not needed here.
///
/// A Chinese word has the mean direction of its English translations. Immutable, for use by many
/// threads. [VectorReader] states the format of the file, whose bytes are used as they are.
public final class WordVectors {
  public static final String FILE = "vectors.bin";

  private static final String PIECE = "##";
  private static final List<String> ENDINGS = List.of("s", "es", "ed", "ing", "ly");
  private static final int SHORTEST_PIECE = 3;
  private static final int NIBBLE = 0xf;
  private static final int ZERO = 7;
  private static final int BYTE = 0xff;
  private static final int ASCII = 0x80;

  /// Words of the longest English entry that is looked for.
  private static final int LONGEST_PHRASE = 4;

  private static final int NONE = -1;

  private final ByteBuffer file;
  private final int dimensions;
  private final int rows;
  private final Map<String, Integer> english;
  private final Map<String, Integer> chinese;

  /// By the characters with which a piece must begin: the length of the longest that does.
  private final Map<String, Integer> longestPiece = new HashMap<>();

  /// The words with which English entries of several words begin.
  private final Set<String> firstWords = new HashSet<>();

  /// By their first two characters: the length of the longest Chinese word.
  private final Map<String, Integer> longestChinese = new HashMap<>();

  /// @param file the whole file, which must not change
  /// @param rows where the numbers of the first entry begin in it
  /// @param english the place of each entry
  /// @param chinese where the translations of each word begin in the file
  WordVectors(
      ByteBuffer file,
      int dimensions,
      int rows,
      Map<String, Integer> english,
      Map<String, Integer> chinese) {
    this.file = file;
    this.dimensions = dimensions;
    this.rows = rows;
    this.english = english;
    this.chinese = chinese;
    for (String entry : english.keySet()) {
      int least = SHORTEST_PIECE + (entry.startsWith(PIECE) ? PIECE.length() : 0);
      if (entry.length() >= least) {
        longestPiece.merge(entry.substring(0, least), entry.length(), Math::max);
      }
      int blank = entry.indexOf(' ');
      if (blank >= 0) {
        firstWords.add(entry.substring(0, blank));
      }
    }
    chinese.keySet().forEach(word -> longestChinese.merge(begin(word), word.length(), Math::max));
  }

  private static String begin(String text) {
    return text.substring(0, Math.min(2, text.length()));
  }

  /// Reads the bytes of a file, which must not change afterwards.
  ///
  /// @throws IllegalArgumentException if it is cut off, damaged, of another version or another file
  public static WordVectors read(byte[] bytes) {
    return VectorReader.read(bytes);
  }

  /// Whether it has that English word, in lower case.
  public boolean knows(String word) {
    return english.containsKey(word);
  }

  /// The direction of a text, of length 1; nothing for one without a known word.
  ///
  /// @param text in English, in Simplified Chinese or in both
  public Optional<float[]> of(String text) {
    Sum sum = new Sum(dimensions);
    String lower = text.toLowerCase(Locale.ROOT);
    int at = 0;
    while (at < lower.length()) {
      int point = lower.codePointAt(at);
      if (isLatin(point)) {
        at = latin(lower, at, sum);
      } else if (Character.isIdeographic(point)) {
        at += han(lower, at, sum);
      } else {
        at += Character.charCount(point);
      }
    }
    return sum.unit();
  }

  private static boolean isLatin(int point) {
    // Most are, and the tables of Unicode take longer.
    return point < ASCII
        ? (point >= 'a' && point <= 'z') || (point >= '0' && point <= '9')
        : Character.isLetterOrDigit(point) && !Character.isIdeographic(point);
  }

  /// The sum of rows, of which the first half holds the even dimensions: the halves of bytes are
  /// added in loops without a branch or table, which the compiler vectorises.
  private static final class Sum {
    private final float[] values;
    private final int[] bytes;

    Sum(int dimensions) {
      values = new float[dimensions];
      bytes = new int[dimensions / 2];
    }

    void add(byte[] row, int from, float factor) {
      int half = bytes.length;
      for (int i = 0; i < half; i++) {
        bytes[i] = row[from + i];
      }
      for (int i = 0; i < half; i++) {
        values[i] += factor * (((bytes[i] >> 4) & NIBBLE) - ZERO);
      }
      for (int i = 0; i < half; i++) {
        values[half + i] += factor * ((bytes[i] & NIBBLE) - ZERO);
      }
    }

    Optional<float[]> unit() {
      float[] unit = new float[values.length];
      double square = 0;
      for (int i = 0; i < unit.length; i++) {
        unit[i] = values[i / 2 + i % 2 * bytes.length];
        square += (double) unit[i] * unit[i];
      }
      if (square == 0) {
        return Optional.empty();
      }
      float length = (float) Math.sqrt(square);
      for (int i = 0; i < unit.length; i++) {
        unit[i] /= length;
      }
      return Optional.of(unit);
    }
  }

  /// Adds the longest Chinese word that begins there and returns its length; 1 for none.
  private int han(String text, int from, Sum sum) {
    int most = Math.min(text.length(), from + 2);
    int longest = longestChinese.getOrDefault(text.substring(from, most), 1);
    for (int end = Math.min(text.length(), from + longest); end > from; end--) {
      Integer translations = chinese.get(text.substring(from, end));
      if (translations != null) {
        addAll(translations, sum);
        return end - from;
      }
    }
    return Character.charCount(text.codePointAt(from));
  }

  private void addAll(int translations, Sum sum) {
    int at = translations + 1;
    for (int left = file.get(translations) & BYTE; left > 0; left--) {
      int place = Short.toUnsignedInt(file.getShort(at));
      add(place, (file.get(at + Short.BYTES) & BYTE) / (float) BYTE, sum);
      at += VectorReader.TRANSLATION;
    }
  }

  /// Adds the longest English entry that begins there and returns where the next may begin.
  private int latin(String text, int from, Sum sum) {
    int end = wordEnd(text, from);
    String word = text.substring(from, end);
    int best = place(word);
    int after = end;
    StringBuilder phrase = new StringBuilder(word);
    int longest = firstWords.contains(word) ? LONGEST_PHRASE : 1;
    for (int words = 1; words < longest && continues(text, end); words++) {
      int start = end + 1;
      end = wordEnd(text, start);
      phrase.append(' ').append(text, start, end);
      int longer = english.getOrDefault(phrase.toString(), NONE);
      if (longer != NONE) {
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
    return Character.isDigit(word.codePointAt(0)) && word.codePoints().allMatch(Character::isDigit);
  }

  /// A word as written or without a common ending; [#NONE] for none.
  private int place(String word) {
    if (isNumber(word)) {
      return NONE;
    }
    int place = english.getOrDefault(word, NONE);
    for (int i = 0; i < ENDINGS.size() && place == NONE; i++) {
      String ending = ENDINGS.get(i);
      if (word.endsWith(ending)) {
        place = english.getOrDefault(word.substring(0, word.length() - ending.length()), NONE);
      }
    }
    return place;
  }

  /// Adds the mean of the longest pieces that make up a word, if there are such.
  private void pieces(String word, Sum sum) {
    List<Integer> pieces = new ArrayList<>();
    int start = 0;
    while (start < word.length()) {
      String rest = (start == 0 ? "" : PIECE) + word.substring(start);
      int mark = rest.length() - (word.length() - start);
      // Shorter pieces are meaningless, such as the first two letters of paella.
      int least = mark + SHORTEST_PIECE;
      Integer longest = rest.length() < least ? null : longestPiece.get(rest.substring(0, least));
      int piece = NONE;
      int end = longest == null ? 0 : Math.min(rest.length(), longest) + 1;
      while (piece == NONE && --end >= least) {
        piece = english.getOrDefault(rest.substring(0, end), NONE);
      }
      if (piece == NONE) {
        return;
      }
      pieces.add(piece);
      start += end - mark;
    }
    pieces.forEach(piece -> add(piece, 1f / pieces.size(), sum));
  }

  private void add(int place, float weight, Sum sum) {
    int start = rows + place * VectorReader.row(dimensions);
    int at = file.arrayOffset() + start + Float.BYTES;
    sum.add(file.array(), at, weight * file.getFloat(start));
  }
}
