package greenpair.resolve.name;

import greenpair.catalog.value.Nearest;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// Bits for typing errors. In a short word an error makes another word more often (Astra and Asta),
/// so that it counts more. Numbers are compared exactly, because they are rarely mistyped.
final class Typos {
  static final int MOST = 3;

  private static final Pattern UMLAUT = Pattern.compile("([aou])e");

  private static final int BRIEF = 10;
  private static final int LEAST = 5;
  private static final int LETTERS_PER_TYPO = 6;
  private static final int SHORT_WORD = 7;

  private final ResolveSettings.Names weights;
  private final CommonWords common;

  Typos(ResolveSettings settings) {
    this.weights = settings.name();
    this.common = settings.common();
  }

  /// Letters in which words differ, and bits for them by the lengths of these words.
  record Slips(int count, double bits) {
    static final Slips NONE = new Slips(0, 0);
  }

  /// The slips with those between two more words.
  Slips and(Slips before, String one, String two) {
    int count = Nearest.distance(one, two, MOST);
    return new Slips(before.count + count, before.bits + bits(count, letters(one, two)));
  }

  /// Bits for slips in a distinctive part of so many letters: by its length or by those of its
  /// words, whichever is more.
  double bits(Slips slips, int letters) {
    double even = slips.count * weights.eachTypo() + (letters < BRIEF ? weights.briefTypo() : 0);
    return slips.count == 0 ? 0 : Math.min(slips.bits, even);
  }

  private double bits(int count, int letters) {
    double times = Math.max(1, (double) SHORT_WORD / letters);
    return count * weights.eachTypo() * times * times;
  }

  /// The first word that may be the same but for typing errors; empty if there is none.
  static String near(String word, List<String> among) {
    int allowed = word.length() < LEAST ? 0 : Math.clamp(word.length() / LETTERS_PER_TYPO, 1, MOST);
    for (String each : among) {
      if (allowed > 0
          && !hasDigit(word)
          && !hasDigit(each)
          && each.length() >= LEAST
          && each.charAt(0) == word.charAt(0)
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
  double anywhere(NameForm one, NameForm two, double difference) {
    String first = one.whole();
    String second = two.whole();
    int shorter = Math.min(first.length(), second.length());
    if (one.chinese()
        || hasDigit(first)
        || hasDigit(second)
        || shorter < LEAST
        || first.charAt(0) != second.charAt(0)) {
      return weights.differ();
    }
    if (Math.abs(first.length() - second.length()) <= MOST
        && squeezed(first).equals(squeezed(second))) {
      return weights.equal() + weights.doubled();
    }
    int allowed = Math.min(MOST, shorter / LETTERS_PER_TYPO);
    int count = Nearest.distance(first, second, allowed);
    if (count > allowed) {
      return weights.differ();
    }
    int word = shortest(one, two, shorter);
    if (word < LEAST) {
      return weights.differ();
    }
    // With the same common words, the letters differ in the distinctive part alone.
    int letters =
        difference == 0
            ? Math.min(one.sound().length(), two.sound().length())
            : Math.max(one.sound().length(), two.sound().length());
    return weights.equal() + bits(new Slips(count, bits(count, word)), letters);
  }

  /// The letters of the shortest distinctive word in which two names differ; of the whole name if
  /// they differ in spaces or common words.
  private int shortest(NameForm one, NameForm two, int whole) {
    String[] first = one.text().split(" ", -1);
    String[] second = two.text().split(" ", -1);
    int length = whole;
    for (int at = 0; first.length == second.length && at < first.length; at++) {
      if (!first[at].equals(second[at])
          && common.sortOf(first[at]) == null
          && common.sortOf(second[at]) == null) {
        length = Math.min(length, letters(first[at], second[at]));
      }
    }
    return length;
  }

  /// The letters of the shorter word, but those of a long one if the other is its plural, spells an
  /// umlaut in two letters, or has the same letters in another order, because these are slips.
  private static int letters(String one, String two) {
    boolean slip =
        one.equals(two + "s")
            || two.equals(one + "s")
            || sorted(one).equals(sorted(two))
            || UMLAUT.matcher(one).replaceAll("$1").equals(UMLAUT.matcher(two).replaceAll("$1"));
    return slip ? SHORT_WORD : Math.min(one.length(), two.length());
  }

  private static String sorted(String word) {
    char[] letters = word.toCharArray();
    Arrays.sort(letters);
    return new String(letters);
  }

  private static boolean hasDigit(String text) {
    return text.chars().anyMatch(each -> each >= '0' && each <= '9');
  }

  /// Each run of a letter as one.
  private static String squeezed(String name) {
    StringBuilder once = new StringBuilder(name.length());
    for (int at = 0; at < name.length(); at++) {
      if (at == 0 || name.charAt(at) != name.charAt(at - 1)) {
        once.append(name.charAt(at));
      }
    }
    return once.toString();
  }
}
