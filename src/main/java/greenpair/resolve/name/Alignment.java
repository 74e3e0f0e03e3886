package greenpair.resolve.name;

import module java.base;

import greenpair.text.NamePinyin;
import org.jspecify.annotations.Nullable;

/// Aligns a Chinese name with a Latin one: each part of the Chinese name is the Pinyin of words of
/// the Latin one, or a translation of them. Of all alignments, it takes the one that leaves the
/// least over. Used for one pair, by one thread.
final class Alignment {
  /// What an alignment found.
  ///
  /// @param left bits for what is left over on either side, at most 0
  /// @param letters distinctive letters that are Pinyin, places and translations aside
  /// @param places how many places the names share
  /// @param trades how many other common words they share
  /// @param related how many of these are only related, such as 公交 and transit
  /// @param chineseLeft whether a part of the Chinese name is left over that says something
  /// @param latinLeft the same for the Latin name
  record Found(
      double left,
      int letters,
      int places,
      int trades,
      int related,
      boolean chineseLeft,
      boolean latinLeft) {
    static final Found NOTHING = new Found(0, 0, 0, 0, 0, false, false);

    private boolean isBetter(Found other) {
      return left > other.left
          || (left == other.left && letters + places > other.letters + other.places);
    }

    private Found shared(int more, CommonWords.@Nullable Sort sort, double bits) {
      return new Found(
          left + bits,
          sort == null ? letters + more : letters,
          sort == CommonWords.Sort.PLACE ? places + 1 : places,
          sort == CommonWords.Sort.BUSINESS ? trades + 1 : trades,
          bits < 0 ? related + 1 : related,
          chineseLeft,
          latinLeft);
    }

    private Found left(double bits, boolean chinese, boolean tells) {
      return new Found(
          left + bits,
          letters,
          places,
          trades,
          related,
          chineseLeft || (chinese && tells),
          latinLeft || (!chinese && tells));
    }
  }

  /// What a place or a trade may end with: 市 city, 省 province, 业 industry, 厂 works.
  private static final String ENDINGS = "市省县区州业厂";

  /// Bits for a word that is only related to its counterpart, and half of it for a character that
  /// stands for a word, as 橡 does in 橡塑.
  private static final double RELATED = -1.5;

  private static final int MOST_WORDS = 12;
  private static final int MOST_TOGETHER = 4;
  private static final int MOST_CHARACTERS = 30;

  private final CommonWords common;
  private final NamePinyin pinyin;
  private final ResolveSettings.Differences differences;
  private final double eachWord;
  private final String chinese;
  private final List<String> words;
  private final Map<Integer, Found> known = new HashMap<>();

  private Alignment(ResolveSettings settings, String chinese, List<String> words) {
    this.common = settings.common();
    this.pinyin = settings.pinyin();
    this.differences = settings.difference();
    this.eachWord = settings.name().eachWord();
    this.chinese = chinese;
    this.words = words;
  }

  /// The best alignment; nothing for names that are too long to be names of firms.
  static Found of(ResolveSettings settings, String chinese, List<String> words) {
    if (words.size() > MOST_WORDS || chinese.length() > MOST_CHARACTERS) {
      return Found.NOTHING;
    }
    return new Alignment(settings, chinese, words).best(0, 0);
  }

  /// @param used a bit for each word that is aligned with what comes before
  private Found best(int at, int used) {
    int key = at << MOST_WORDS | used;
    Found found = known.get(key);
    if (found == null) {
      found = at == chinese.length() ? rest(used) : next(at, used);
      known.put(key, found);
    }
    return found;
  }

  private Found next(int at, int used) {
    Found best = skip(at, used);
    for (int from = 0; from < words.size(); from++) {
      int group = 0;
      StringBuilder joined = new StringBuilder();
      for (int to = from; to < Math.min(words.size(), from + MOST_TOGETHER); to++) {
        group |= 1 << to;
        if ((used & group) != 0) {
          break;
        }
        joined.append(words.get(to));
        for (Part each : parts(at, from, to + 1, joined)) {
          Found found = best(each.end, used | group).shared(each.letters, each.sort, each.bits);
          best = found.isBetter(best) ? found : best;
        }
      }
    }
    return best;
  }

  /// A part of the Chinese name that some words are.
  private record Part(int end, int letters, CommonWords.@Nullable Sort sort, double bits) {}

  private List<Part> parts(int at, int from, int to, StringBuilder joined) {
    List<Part> parts = new ArrayList<>();
    int end = sound(at, joined);
    if (end > at) {
      CommonWords.Sort sort = common.sortOf(chinese.substring(at, end));
      parts.add(new Part(end, joined.length(), sort, 0));
    }
    String character = chinese.substring(at, at + 1);
    for (CommonWords.Rendering each : common.renderings(words.subList(from, to))) {
      if (chinese.startsWith(each.written(), at)) {
        parts.add(new Part(at + each.written().length(), 0, each.sort(), 0));
        continue;
      }
      // Places that share a character, as 常州 and 徐州, are two places.
      if (each.sort() == CommonWords.Sort.PLACE) {
        continue;
      }
      if (each.written().contains(character)) {
        parts.add(new Part(at + 1, 0, each.sort(), RELATED / 2));
        if (at + 2 <= chinese.length()) {
          parts.add(new Part(at + 2, 0, each.sort(), RELATED));
        }
      }
    }
    return parts;
  }

  /// The end of the characters that begin here and are read so; the same place if there are none.
  private int sound(int at, CharSequence wanted) {
    for (int end = at + 1; end <= chinese.length(); end++) {
      String sound = pinyin.of(chinese.substring(at, end));
      if (sound.length() >= wanted.length()) {
        return sound.contentEquals(wanted) ? end : at;
      }
    }
    return at;
  }

  private Found skip(int at, int used) {
    int end = common.endOfChinese(chinese, at);
    if (end > at) {
      CommonWords.Sort sort = common.sortOf(chinese.substring(at, end));
      double bits = sort == null ? differences.business() : differences.of(sort);
      return best(end, used).left(bits, true, sort == null || tells(sort));
    }
    boolean ending = at > 0 && ENDINGS.indexOf(chinese.charAt(at)) >= 0;
    return best(at + 1, used).left(ending ? 0 : eachWord / 2, true, !ending);
  }

  private static boolean tells(CommonWords.Sort sort) {
    return sort == CommonWords.Sort.BUSINESS || sort == CommonWords.Sort.PLACE;
  }

  private Found rest(int used) {
    Found rest = Found.NOTHING;
    for (int word = 0; word < words.size(); word++) {
      if ((used & 1 << word) == 0) {
        CommonWords.Sort sort = common.sortOf(words.get(word));
        rest =
            rest.left(
                sort == null ? eachWord : differences.of(sort), false, sort == null || tells(sort));
      }
    }
    return rest;
  }
}
