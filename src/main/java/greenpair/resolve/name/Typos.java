package greenpair.resolve.name;

import module java.base;

import greenpair.catalog.value.Nearest;
import greenpair.resolve.name.NameScorer.Identity;

/// Bits for typing errors. In a short word an error makes another word more often (Astra and Asta),
/// so that it counts more. Numbers are compared exactly, because they are rarely mistyped.
final class Typos {
  static final int MOST = 3;

  private static final Pattern UMLAUT = Pattern.compile("(?<![aeiou])([aou])e");

  private static final Pattern PINYIN =
      Pattern.compile(
          "(?:(?:[zcs]h|[b-df-hj-np-twxyz])(?:i?ang|i?ong|uang|eng|i?ao|i?an|ing|uai?|uan|ai|ei|ou"
              + "|en|i[aeun]|u[oine]|[aeiou])|ang|a[ion]|e[nr]|ou|[aeo])+");

  private static final int BRIEF = 10;
  private static final int LEAST = 5;
  private static final int LEAST_SWAPPED = 6;
  private static final int LEAST_COMMON = 8;
  private static final int LETTERS_PER_TYPO = 6;

  private final ResolveSettings.Names weights;
  private final CommonWords common;

  Typos(ResolveSettings settings) {
    this.weights = settings.name();
    this.common = settings.common();
  }

  /// Bits for letters in which distinctive parts of so many letters differ.
  double bits(int count, int letters) {
    return count == 0
        ? 0
        : count * weights.eachTypo() + (letters < BRIEF ? weights.briefTypo() : 0);
  }

  /// The first word that may be the same but for typing errors; empty if there is none.
  ///
  /// @param isAlone whether the names have no other distinctive word
  static String near(String word, List<String> among, boolean isAlone) {
    int allowed = word.length() < LEAST ? 0 : Math.clamp(word.length() / LETTERS_PER_TYPO, 1, MOST);
    for (String each : among) {
      if (allowed > 0
          && !hasDigit(word)
          && !hasDigit(each)
          && each.length() >= LEAST
          && each.charAt(0) == word.charAt(0)
          && (isAlone || !areTwoReadings(word, each))
          && Nearest.distance(word, each, allowed) <= allowed) {
        return each;
      }
    }
    return "";
  }

  /// Typing errors anywhere, in a common word or a space too. Two names whose distinctive parts are
  /// the same are not compared here: they differ in whole words.
  ///
  /// @param difference bits for common words that one of the names lacks
  NameScorer.Similarity anywhere(NameForm one, NameForm two, double difference) {
    String first = one.whole();
    String second = two.whole();
    int shorter = Math.min(first.length(), second.length());
    NameScorer.Similarity apart = NameScorer.Similarity.apart(weights.differ());
    if (one.chinese()
        || hasDigit(first)
        || hasDigit(second)
        || shorter < LEAST
        || first.charAt(0) != second.charAt(0)) {
      return apart;
    }
    if (Math.abs(first.length() - second.length()) <= MOST
        && squeezed(one.text()).equals(squeezed(two.text()))) {
      return new NameScorer.Similarity(
          weights.equal() + weights.doubled(), true, identity(one, two));
    }
    if (areSwapped(first, second, LEAST_SWAPPED)) {
      return new NameScorer.Similarity(
          weights.equal() + weights.eachTypo(), true, identity(one, two));
    }
    int allowed = Math.min(MOST, shorter / LETTERS_PER_TYPO);
    int count = Nearest.distance(first, second, allowed);
    if (count > allowed) {
      return apart;
    }
    // With the same common words, the letters differ in the distinctive part alone.
    int letters =
        difference == 0
            ? Math.min(one.sound().length(), two.sound().length())
            : Math.max(one.sound().length(), two.sound().length());
    return new NameScorer.Similarity(
        weights.equal() + bits(count, letters), true, identity(one, two));
  }

  /// What names that differ in some letters say of the identity of two firms.
  private Identity identity(NameForm one, NameForm two) {
    String[] first = one.text().split(" ", -1);
    String[] second = two.text().split(" ", -1);
    boolean isAlone = one.core().indexOf(' ') < 0 && two.core().indexOf(' ') < 0;
    Identity least = first.length == second.length ? Identity.FULL : Identity.LOCAL;
    if (first.length != second.length && !squeezed(one.text()).equals(squeezed(two.text()))) {
      least = Identity.NONE;
    }
    for (int at = 0; first.length == second.length && at < first.length; at++) {
      Identity each = identity(first[at], second[at], isAlone);
      least = each.compareTo(least) < 0 ? each : least;
    }
    return least;
  }

  /// What two words that differ in some letters say. Letters that are swapped or doubled, an umlaut
  /// in two letters, a plural beside a brand and what is nearly a common word are slips. Any other
  /// letter makes another place or brand as often, and so do those of a place (Wuhan, Wuhai) and of
  /// Pinyin (Yangxin, Yongxin).
  ///
  /// @param isAlone whether the names have no other distinctive word
  Identity identity(String one, String two, boolean isAlone) {
    if (one.equals(two)) {
      return Identity.FULL;
    }
    boolean near = Nearest.distance(one, two, 1) == 1;
    boolean isCommon = near && (common.isSlip(one, two) || common.isSlip(two, one));
    int least = isCommon ? LEAST : LEAST_SWAPPED;
    String first = squeezed(one);
    String second = squeezed(two);
    if (areSwapped(one, two, least) || areSwapped(first, second, least)) {
      return Identity.LOCAL;
    }
    if (isPlace(one) || isPlace(two)) {
      return Identity.NONE;
    }
    if ((near && (isMeant(one, two) || isMeant(two, one)))
        || (!areTwoReadings(one, two) && first.equals(second))
        || isUmlaut(one, two)
        || (!isAlone && isPlural(one, two))) {
      return Identity.LOCAL;
    }
    return near && isAlone ? Identity.NEAR : Identity.NONE;
  }

  /// Whether a word is likely a common one: a letter that is left out makes another word less often
  /// than one that is added or changed (county, country).
  private boolean isMeant(String word, String meant) {
    int least = word.length() < meant.length() ? LEAST_SWAPPED : LEAST_COMMON;
    return meant.length() >= least
        && word.charAt(0) == meant.charAt(0)
        && common.isSlip(word, meant);
  }

  /// Whether two neighbouring letters are swapped.
  private static boolean areSwapped(String one, String two, int least) {
    return one.length() >= least
        && !one.equals(two)
        && sorted(one).equals(sorted(two))
        && Nearest.distance(one, two, 1) == 1;
  }

  private boolean isPlace(String word) {
    return common.sortOf(word) == CommonWords.Sort.PLACE;
  }

  private static boolean isPlural(String one, String two) {
    return one.equals(two + "s") || two.equals(one + "s");
  }

  private static boolean isUmlaut(String one, String two) {
    return withoutUmlauts(one).equals(withoutUmlauts(two));
  }

  /// An umlaut in one letter, and a Russian ё as it is mostly written.
  private static String withoutUmlauts(String word) {
    return UMLAUT.matcher(word).replaceAll("$1").replace('ë', 'e');
  }

  /// Whether both words are Pinyin, each of other letters.
  private static boolean areTwoReadings(String one, String two) {
    return PINYIN.matcher(one).matches()
        && PINYIN.matcher(two).matches()
        && !sorted(one).equals(sorted(two));
  }

  private static String sorted(String word) {
    char[] letters = word.toCharArray();
    Arrays.sort(letters);
    return new String(letters);
  }

  private static boolean hasDigit(String text) {
    return text.chars().anyMatch(each -> each >= '0' && each <= '9');
  }

  /// Each run of a letter in a word as one, without spaces.
  private static String squeezed(String name) {
    StringBuilder once = new StringBuilder(name.length());
    for (int at = 0; at < name.length(); at++) {
      if (at == 0 || name.charAt(at) != name.charAt(at - 1)) {
        once.append(name.charAt(at));
      }
    }
    return once.toString().replace(" ", "");
  }
}
