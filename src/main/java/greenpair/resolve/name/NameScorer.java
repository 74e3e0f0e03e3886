package greenpair.resolve.name;

import greenpair.catalog.value.Nearest;
import java.util.ArrayList;
import java.util.List;

/// Compares two names and gives the evidence in bits.
///
/// Distinctive parts count most; common words that only one name has (深圳能源 and 深圳能源环保, Envision
/// Solar and Envision Energy) are evidence that these are two firms. A Chinese name and a Latin one
/// are compared by Pinyin; if these differ, nothing is known, because names are translated as often
/// as they are transcribed.
public final class NameScorer {
  /// The best that two names say.
  ///
  /// @param comparable false when the names are of two scripts and neither agree nor differ
  /// @param partial whether one name has words that the other has not, as a subsidiary has
  public record Similarity(double bits, boolean comparable, boolean partial) {
    static final Similarity UNKNOWN = new Similarity(0, false, false);
  }

  private static final int BRIEF = 3;
  private static final int LEAST_SOUND = 4;

  private final ResolveSettings settings;
  private final ResolveSettings.Names weights;
  private final ResolveSettings.Differences differences;
  private final double review;
  private final CommonWords words;
  private final Wording wording;
  private final Typos typos;
  private final Frequencies frequencies;

  public NameScorer(ResolveSettings settings, Frequencies frequencies) {
    this.settings = settings;
    this.weights = settings.name();
    this.review = settings.review();
    this.differences = settings.difference();
    this.words = settings.common();
    this.wording = new Wording(settings);
    this.typos = new Typos(settings);
    this.frequencies = frequencies;
  }

  /// The pair of names that agrees best.
  public Similarity best(List<NameForm> one, List<NameForm> two) {
    Similarity best = Similarity.UNKNOWN;
    for (NameForm first : one) {
      for (NameForm second : two) {
        Similarity now = compare(first, second);
        if (now.comparable() && (!best.comparable() || now.bits() > best.bits())) {
          best = now;
        }
      }
    }
    return best;
  }

  Similarity compare(NameForm one, NameForm two) {
    if (one.chinese() != two.chinese()) {
      return acrossScripts(one, two);
    }
    boolean common = one.core().isEmpty() && two.core().isEmpty();
    boolean same = one.whole().equals(two.whole());
    if (same && one.chinese() && !one.text().equals(two.text())) {
      return known(weights.equal() + 2 * weights.eachTypo());
    }
    if (same || (!common && one.sameWords(two))) {
      return known(sameName(one));
    }
    if (common) {
      return known(common(one, two));
    }
    double difference = difference(one.words(), two.words());
    if (one.core().equals(two.core())) {
      return known(agreement(one), difference + wording.difference(one, two));
    }
    Similarity mistyped = known(typos.anywhere(one, two, difference));
    if (one.core().isEmpty() || two.core().isEmpty()) {
      return mistyped;
    }
    Similarity parts = one.chinese() ? chinese(one, two, difference) : latin(one, two, difference);
    return parts.bits() > mistyped.bits() ? parts : mistyped;
  }

  private static Similarity known(double bits) {
    return new Similarity(bits, true, false);
  }

  /// @param difference bits for common words that one of the names lacks
  private Similarity known(double bits, double difference) {
    return new Similarity(bits + difference, true, !isSmall(difference));
  }

  /// Whether the words that one name lacks say little, none of business or place among them.
  private boolean isSmall(double difference) {
    return difference > Math.max(differences.place(), differences.business());
  }

  /// Names of common words only are the same if all informative words agree, and different
  /// otherwise. Words in another order or form tell as much as they are rare.
  private double common(NameForm one, NameForm two) {
    double difference = difference(one.words(), two.words());
    if (common(one) < 2 || common(two) < 2 || !isSmall(difference)) {
      return weights.differ();
    }
    double other = wording.difference(one, two);
    double change = other == 0 && !wording.sameOrder(one, two) ? weights.reordered() : other;
    if (change == 0) {
      return weights.common() + difference;
    }
    double rarity = 0;
    for (short each : words.telling(one.words())) {
      rarity += Math.min(weights.common() / 2, frequencies.information(each));
    }
    return Math.min(weights.common(), rarity + change) + difference;
  }

  private int common(NameForm name) {
    return words.telling(name.words()).length;
  }

  private Similarity acrossScripts(NameForm one, NameForm two) {
    if (one.whole().length() >= LEAST_SOUND && one.whole().equals(two.whole())) {
      return known(weights.sound());
    }
    NameForm chinese = one.chinese() ? one : two;
    NameForm latin = one.chinese() ? two : one;
    Alignment.Found found =
        Alignment.of(settings, chinese.text(), List.of(latin.text().split(" ", -1)));
    if (found.letters() >= LEAST_SOUND) {
      double bits = weights.sound() + found.left();
      // Only one of the names says more, such as its trade.
      boolean atOneSide = found.chineseLeft() != found.latinLeft();
      return new Similarity(
          atOneSide ? Math.max(bits, review) : bits,
          true,
          found.chineseLeft() || found.latinLeft());
    }
    double bits = weights.common() + found.left();
    return found.letters() == 0 && found.places() + found.trades() > 1 && bits > 0
        ? new Similarity(bits, true, found.chineseLeft() || found.latinLeft())
        : Similarity.UNKNOWN;
  }

  /// The same name but for legal form, spaces and order of words.
  private double sameName(NameForm name) {
    if (name.core().isEmpty()) {
      return common(name) > 1 ? weights.common() : weights.brief();
    }
    return name.whole().length() > BRIEF && name.words().length > 0
        ? weights.equal()
        : agreement(name);
  }

  /// The evidence of equal distinctive parts: less if they are short or frequent.
  private double agreement(NameForm name) {
    int letters = name.chinese() ? name.core().length() * 2 : name.core().length();
    double bits = letters <= BRIEF ? weights.brief() : weights.equal();
    return bits - commonness(rarest(name));
  }

  private int rarest(NameForm name) {
    if (name.chinese()) {
      return frequencies.of(name.core());
    }
    int least = Integer.MAX_VALUE;
    for (String word : name.core().split(" ", -1)) {
      least = Math.min(least, frequencies.of(word));
    }
    return least;
  }

  private double commonness(int bearers) {
    double times = bearers / weights.frequent();
    return times <= 1 ? 0 : Math.log(times) / Math.log(2);
  }

  /// Bits for each common word that only one of the names has.
  double difference(short[] one, short[] two) {
    double bits = 0;
    int left = 0;
    int right = 0;
    while (left < one.length || right < two.length) {
      if (right >= two.length || (left < one.length && one[left] < two[right])) {
        bits += differences.of(words.sort(one[left++]));
      } else if (left >= one.length || one[left] > two[right]) {
        bits += differences.of(words.sort(two[right++]));
      } else {
        left++;
        right++;
      }
    }
    return bits;
  }

  private Similarity chinese(NameForm one, NameForm two, double difference) {
    String shorter = one.core().length() <= two.core().length() ? one.core() : two.core();
    String longer = shorter.equals(one.core()) ? two.core() : one.core();
    if (longer.startsWith(shorter) && shorter.length() >= 2) {
      return new Similarity(weights.equal() + weights.eachWord() + difference, true, true);
    }
    if (shorter.length() >= 4 && Nearest.distance(one.core(), two.core(), 1) == 1) {
      return known(weights.equal() + 2 * weights.eachTypo(), difference);
    }
    return known(weights.differ() + difference);
  }

  /// Most pairs are of one word each that begins with another letter, and are soon done with.
  private static boolean mayShareWord(NameForm one, NameForm two) {
    boolean single = one.core().indexOf(' ') < 0 && two.core().indexOf(' ') < 0;
    return !single
        || (one.core().charAt(0) == two.core().charAt(0)
            && Math.abs(one.core().length() - two.core().length()) <= Typos.MOST);
  }

  /// Words are paired in any order; a word without a partner is evidence against a match.
  private Similarity latin(NameForm one, NameForm two, double difference) {
    if (!mayShareWord(one, two)) {
      return known(weights.differ() + difference);
    }
    List<String> first = new ArrayList<>(List.of(one.core().split(" ", -1)));
    List<String> second = new ArrayList<>(List.of(two.core().split(" ", -1)));
    int paired = 0;
    int letters = 0;
    int least = Integer.MAX_VALUE;
    for (var each = first.iterator(); each.hasNext(); ) {
      String word = each.next();
      if (second.remove(word)) {
        each.remove();
        paired++;
        letters += word.length();
        least = Math.min(least, frequencies.of(word));
      }
    }
    Typos.Slips slips = Typos.Slips.NONE;
    for (var each = first.iterator(); each.hasNext(); ) {
      String word = each.next();
      String partner = Typos.near(word, second);
      if (!partner.isEmpty()) {
        slips = typos.and(slips, word, partner);
        second.remove(partner);
        each.remove();
        paired++;
        letters += word.length();
      }
    }
    if (paired == 0) {
      return known(weights.differ() + difference);
    }
    double bits = letters <= BRIEF ? weights.brief() : weights.equal();
    bits -= least == Integer.MAX_VALUE ? 0 : commonness(least);
    bits += typos.bits(slips, letters);
    for (String word : first) {
      bits += extra(word);
    }
    for (String word : second) {
      bits += extra(word);
    }
    boolean partial = !first.isEmpty() || !second.isEmpty() || !isSmall(difference);
    return new Similarity(Math.max(bits, weights.differ()) + difference, true, partial);
  }

  /// Different numbers mean different entities: `District 15` is not `District 16`.
  private double extra(String word) {
    return Character.isDigit(word.charAt(0)) ? 2 * weights.eachWord() : weights.eachWord();
  }
}
