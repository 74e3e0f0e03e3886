package greenpair.text;

import module java.base;

import org.jspecify.annotations.Nullable;

/// Transcription of Chinese without tones: for names, where typing errors are errors of sound, and
/// for typing. Uses ICU, with corrected readings of common place and trade names.
public final class Pinyin {
  private static final Map<String, String> EXCEPTIONS =
      Map.ofEntries(
          Map.entry("重庆", "chong qing"), Map.entry("长春", "chang chun"),
          Map.entry("长沙", "chang sha"), Map.entry("长江", "chang jiang"),
          Map.entry("长安", "chang an"), Map.entry("长城", "chang cheng"),
          Map.entry("厦门", "xia men"), Map.entry("银行", "yin hang"),
          Map.entry("西藏", "xi zang"), Map.entry("成都", "cheng du"),
          Map.entry("沈阳", "shen yang"), Map.entry("蚌埠", "beng bu"),
          Map.entry("东莞", "dong guan"), Map.entry("六安", "lu an"),
          Map.entry("乐山", "le shan"), Map.entry("调度", "diao du"));

  /// Characters of names with another reading, by that reading: 行 of 亚投行 is not that of 行业.
  private static final Map<Character, String> OTHERS =
      others(
          "hang行 chong重 chang长 yue乐 xia厦 du都 zang藏 kuai会 shan单 zhuan传 cheng盛 zhao朝 zeng曾 tiao调"
              + " shuai率 lv绿吕旅律虑驴履滤氯 nv女 lve略掠 lu六 qia卡 yu尉蔚 xie解 huan还 shen参 ju车 duo度 xiang降 ji奇"
              + " xiao校 xiu宿 di提地 pian便 chai差 tan弹 bo柏薄 bi秘泌 pan番 pu埔");

  private static final int MOST_READINGS = 8;

  private static final @Nullable String[] READINGS = HanTable.readings();

  private Pinyin() {}

  /// The syllables of the Han characters of a text; other characters are left out.
  public static List<String> syllables(String text) {
    List<String> syllables = new ArrayList<>();
    for (int at = 0; at < text.length(); at++) {
      if (!Character.isIdeographic(text.charAt(at))) {
        continue;
      }
      String pair = at + 2 <= text.length() ? text.substring(at, at + 2) : "";
      String exception = EXCEPTIONS.get(pair);
      if (exception != null) {
        syllables.addAll(List.of(exception.split(" ", -1)));
        at++;
      } else {
        syllables.add(reading(text.charAt(at)));
      }
    }
    return syllables;
  }

  /// The usual reading of a character; the character itself if it has none.
  static String reading(int point) {
    String reading = point < READINGS.length ? READINGS[point] : null;
    return reading == null ? Character.toString(point) : reading;
  }

  private static Map<Character, String> others(String table) {
    Map<Character, String> others = new HashMap<>();
    for (String each : table.split(" ", -1)) {
      String syllable = each.replaceAll("[^a-z]", "");
      each.substring(syllable.length()).chars().forEach(at -> others.put((char) at, syllable));
    }
    return others;
  }

  /// The readings of a name, each as one word, the usual one first; at most eight.
  public static Set<String> readings(String text) {
    List<String> usual = syllables(text);
    int[] characters = text.chars().filter(Character::isIdeographic).toArray();
    List<List<String>> readings = new ArrayList<>(List.of(usual));
    for (int at = 0; at < characters.length; at++) {
      String other = OTHERS.get((char) characters[at]);
      if (other != null && !other.equals(usual.get(at)) && readings.size() < MOST_READINGS) {
        for (List<String> each : List.copyOf(readings)) {
          List<String> changed = new ArrayList<>(each);
          changed.set(at, other);
          readings.add(changed);
        }
      }
    }
    Set<String> joined = new LinkedHashSet<>();
    readings.forEach(each -> joined.add(String.join("", each)));
    return joined;
  }

  /// All syllables as one word, such as `biyadi`.
  public static String joined(String text) {
    return String.join("", syllables(text));
  }

  /// The first letters of the syllables, such as `byd`.
  public static String initials(String text) {
    StringBuilder initials = new StringBuilder();
    for (String syllable : syllables(text)) {
      initials.append(syllable, 0, Math.min(1, syllable.length()));
    }
    return initials.toString();
  }
}
