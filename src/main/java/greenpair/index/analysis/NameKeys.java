package greenpair.index.analysis;

import module java.base;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.RawCollationKey;
import com.ibm.icu.util.ULocale;
import greenpair.catalog.Language;
import greenpair.text.Pinyin;
import greenpair.text.Simplified;
import greenpair.text.WordTokens;

/// Names in the form in which whole names are compared: folded, Simplified, without legal forms,
/// spaces and marks.
public final class NameKeys {
  /// Characters of the shortest name of a bank that tells which one.
  private static final int SHORTEST = 3;

  /// Frozen collators are thread-safe.
  private static final Collator ENGLISH = Collator.getInstance(ULocale.ENGLISH).freeze();

  private static final Collator CHINESE = Collator.getInstance(ULocale.CHINA).freeze();

  private static final List<String> CHINESE_FORMS =
      List.of("股份有限公司", "有限责任公司", "集团有限公司", "集团股份有限公司", "有限公司", "股份公司", "集团公司", "集团", "公司");
  private static final Pattern LATIN_FORMS =
      Pattern.compile(
          "[,\\s]+(inc|incorporated|corp|corporation|co|company|ltd|limited|llc|plc|gmbh|ag|se|sa|nv|bv|ab|oy|as|spa|group|holdings?)\\.?(?=$|[,\\s])");
  private static final String CITY = "市";
  private static final Pattern REST = Pattern.compile("[^\\p{L}\\p{N}]+");

  private static final Pattern WORD = Pattern.compile("\\p{IsHan}|[\\p{L}\\p{N}&&[^\\p{IsHan}]]+");
  private static final Pattern NO_HAN = Pattern.compile("[^\\p{IsHan},.;:!?]+");
  private static final Pattern PLACING =
      Pattern.compile("\\b(in|of|near|around|from|at|outside)\\s+$");
  private static final int LONGEST_PLACING = 12;
  private static final Pattern PROVINCE = Pattern.compile("全?省");
  private static final int MOST_INSIDE = 8;
  private static final int MOST_WORDS = 4;
  private static final int MOST_HAN = 8;

  private NameKeys() {}

  /// The key of a typed prefix of a name: folded, Simplified, without spaces and marks.
  public static String key(String name) {
    return REST.matcher(folded(name)).replaceAll("");
  }

  /// The suffixes of a name from which it may be typed: from each Latin word and each Chinese
  /// character, at most eight.
  public static List<String> inside(String name) {
    String folded = folded(name);
    List<String> inside = new ArrayList<>();
    for (int at = 1; at < folded.length() && inside.size() < MOST_INSIDE; at++) {
      boolean isHan = Character.isIdeographic(folded.charAt(at));
      boolean begins = isHan || !Character.isLetterOrDigit(folded.charAt(at - 1));
      if (begins && Character.isLetterOrDigit(folded.charAt(at))) {
        String rest = REST.matcher(folded.substring(at)).replaceAll("");
        if (rest.length() > 1) {
          inside.add(rest);
        }
      }
    }
    return inside;
  }

  /// A part of a text that may be a name.
  ///
  /// @param key as names are kept
  public record Window(String key, String written, int start, int end) {}

  /// The parts of a text that may be a name, longest first at each place: up to four words, or two
  /// to eight Han characters. A single word of the English dictionary is one if it has a capital
  /// behind a word without: "chargers by Shell". What 省 follows is the name of a province, not of
  /// the city that has the same: 吉林省 is not 吉林市.
  public static List<Window> windows(String text) {
    return windows(text, false);
  }

  /// The same for cities, which are also such a word if it has a capital or follows "in" or the
  /// like: "buses in phoenix".
  public static List<Window> places(String text) {
    return windows(text, true);
  }

  private static List<Window> windows(String text, boolean isPlace) {
    String folded = folded(text);
    List<int[]> words = new ArrayList<>();
    Matcher each = WORD.matcher(folded);
    while (each.find()) {
      words.add(new int[] {each.start(), each.end()});
    }
    List<Window> windows = new ArrayList<>();
    for (int first = 0; first < words.size(); first++) {
      int start = words.get(first)[0];
      boolean isHan = Character.isIdeographic(folded.codePointAt(start));
      int most = Math.min(words.size(), first + (isHan ? MOST_HAN : MOST_WORDS));
      for (int last = most - 1; last >= first + (isHan ? 1 : 0); last--) {
        int end = words.get(last)[1];
        String part = folded.substring(start, end);
        boolean isAlike =
            isHan
                ? end - start == last - first + 1 && !isProvince(folded, end)
                : NO_HAN.matcher(part).matches();
        String key = isAlike ? REST.matcher(part).replaceAll("") : "";
        boolean isWord = first == last && Stems.isEnglish(key);
        int before = words.get(Math.max(0, first - 1))[0];
        if (key.length() > 1
            && (!isWord || isMeant(folded, text.strip(), start, before, isPlace))) {
          windows.add(new Window(key, part, start, end));
        }
      }
    }
    return windows;
  }

  /// Whether a word of the dictionary is meant as a name.
  private static boolean isMeant(
      String folded, String text, int start, int before, boolean isPlace) {
    // Folding may move characters.
    boolean isCapital =
        text.length() == folded.length() && Character.isUpperCase(text.charAt(start));
    // All of a text before each of its words is too much.
    Matcher placing = PLACING.matcher(folded).region(Math.max(0, start - LONGEST_PLACING), start);
    return isPlace
        ? isCapital || placing.useTransparentBounds(true).find()
        : isCapital && Character.isLowerCase(text.charAt(before));
  }

  private static boolean isProvince(String text, int end) {
    return PROVINCE.matcher(text).region(end, text.length()).lookingAt();
  }

  private static String folded(String name) {
    return WordTokens.lower(Simplified.characters(name)).strip();
  }

  /// Whether the rank of a place follows its name in a text, so that both are one word: 吉林|省.
  public static boolean isRanked(String place, String text) {
    return text.contains(place + CITY) || text.contains(place + "省");
  }

  /// A city as people write it, without the rank at the end of its name: 深圳 of 深圳市.
  public static String city(String whole) {
    boolean isRanked = whole.length() > 2 && whole.endsWith(CITY);
    return isRanked ? whole.substring(0, whole.length() - CITY.length()) : whole;
  }

  /// The name without uninformative parts, or the folded name if nothing is left.
  public static String whole(String name) {
    String folded = folded(name);
    String bare = LATIN_FORMS.matcher(folded).replaceAll("");
    for (String form : CHINESE_FORMS) {
      if (bare.endsWith(form) && bare.length() > form.length() + 1) {
        bare = bare.substring(0, bare.length() - form.length());
        break;
      }
    }
    String plain = REST.matcher(bare).replaceAll("");
    return plain.isEmpty() ? REST.matcher(folded).replaceAll("") : plain;
  }

  /// The first of some names that is pronounced like what was written and has one of its characters
  /// at its place.
  public static Optional<String> heard(List<String> names, String written) {
    Set<String> sounds = Pinyin.readings(written);
    return names.stream()
        .map(NameKeys::whole)
        .filter(name -> !name.equals(written))
        .filter(
            name ->
                name.length() == written.length()
                    ? sounds.contains(Pinyin.joined(name)) && isAlike(name, written)
                    : isShort(written, name))
        .findFirst();
  }

  /// Whether Han characters shorten the name of a bank, as 亚开行 that of 亚洲开发银行.
  private static boolean isShort(String written, String name) {
    int read = 0;
    for (int at = 0; at < name.length() && read < written.length(); at++) {
      read += name.charAt(at) == written.charAt(read) ? 1 : 0;
    }
    boolean isBank = name.endsWith("银行") && written.endsWith("行");
    return isBank
        && written.length() >= SHORTEST
        && read == written.length()
        && name.charAt(0) == written.charAt(0);
  }

  private static boolean isAlike(String name, String written) {
    return IntStream.range(0, name.length()).anyMatch(at -> name.charAt(at) == written.charAt(at));
  }

  /// A key by which names sort in the alphabetical order of a language; Chinese by pinyin.
  public static byte[] sort(String name, Language language) {
    Collator collator =
        switch (language) {
          case EN -> ENGLISH;
          case ZH -> CHINESE;
        };
    RawCollationKey key = collator.getRawCollationKey(name, null);
    return Arrays.copyOf(key.bytes, key.size);
  }
}
