package greenpair.resolve.name;

import module java.base;

import java.lang.Character.UnicodeScript;
import org.jspecify.annotations.Nullable;

/// Compares two names and gives the evidence in bits.
///
/// Distinctive parts count most; common words that only one name has (深圳能源 and 深圳能源环保, Envision
/// Solar and Envision Energy) are evidence that these are two firms. A Chinese name and a Latin one
/// are compared by Pinyin; if these differ, nothing is known, because names are translated as often
/// as they are transcribed.
public final class NameScorer {
  /// What names have in common that tells a firm from all others.
  enum Identity {
    /// Nothing: what agrees is a place, a trade or a part, so that no fact beside it makes them
    /// one.
    NONE,
    /// All but one letter of a brand, which makes another one as often as a slip (Altenberg,
    /// Altenburg): only with the same website, and not if their places differ.
    NEAR,
    /// A brand of one short word, as many firms have: not if their other names differ.
    SHORT,
    /// A whole name without a brand, or a slip of known kind: not if their places differ.
    LOCAL,
    /// A distinctive part.
    FULL
  }

  /// The best that two names say.
  ///
  /// @param comparable false when the names are of two scripts and neither agree nor differ
  public record Similarity(double bits, boolean comparable, Identity identity) {
    static final Similarity UNKNOWN = new Similarity(0, false, Identity.NONE);

    static Similarity apart(double bits) {
      return new Similarity(bits, true, Identity.NONE);
    }

    /// Whether these names make two parties one.
    ///
    /// @param elsewhere whether their places differ
    /// @param oneSite whether they have one website
    public boolean identifies(boolean elsewhere, boolean oneSite) {
      return switch (identity) {
        case NONE -> false;
        case NEAR -> oneSite && !elsewhere;
        case LOCAL -> !elsewhere;
        case SHORT, FULL -> true;
      };
    }
  }

  private static final int LEAST_SOUND = 4;

  private final ResolveSettings settings;
  private final ResolveSettings.Names weights;
  private final ResolveSettings.Differences differences;
  private final double review;
  private final CommonWords words;
  private final Wording wording;
  private final Typos typos;
  private final BrandScorer brands;
  private final Frequencies frequencies;

  public NameScorer(ResolveSettings settings, Frequencies frequencies) {
    this.settings = settings;
    this.weights = settings.name();
    this.review = settings.review();
    this.differences = settings.difference();
    this.words = settings.common();
    this.wording = new Wording(settings);
    this.typos = new Typos(settings);
    this.brands = new BrandScorer(settings, typos, frequencies);
    this.frequencies = frequencies;
  }

  /// The pair of names that agrees best. Among many names of two parties some are alike by chance,
  /// so that a short one says little if the others differ. Two places are often read alike
  /// (福州, 抚州), so that no Latin name makes one firm of two whose names in another script differ.
  public Similarity best(List<NameForm> one, List<NameForm> two) {
    Similarity best = Similarity.UNKNOWN;
    NameForm left = null;
    NameForm right = null;
    boolean local = false;
    boolean agree = false;
    for (NameForm first : one) {
      for (NameForm second : two) {
        Similarity now = compare(first, second);
        if (first.script() == second.script() && first.script() != UnicodeScript.LATIN) {
          local = true;
          agree |= now.identity().compareTo(Identity.NEAR) > 0;
        }
        if (now.comparable() && (!best.comparable() || isBetter(now, best))) {
          best = now;
          left = first;
          right = second;
        }
      }
    }
    return (local && !agree)
            || (best.identity() == Identity.SHORT && othersDiffer(one, left, two, right))
        ? new Similarity(best.bits(), best.comparable(), Identity.NONE)
        : best;
  }

  private static boolean isBetter(Similarity one, Similarity two) {
    return one.bits() > two.bits()
        || (one.bits() == two.bits() && one.identity().compareTo(two.identity()) > 0);
  }

  private boolean othersDiffer(
      List<NameForm> one, @Nullable NameForm left, List<NameForm> two, @Nullable NameForm right) {
    for (NameForm first : one) {
      for (NameForm second : two) {
        if (!first.equals(left) && !second.equals(right) && first.chinese() == second.chinese()) {
          Similarity now = compare(first, second);
          if (now.comparable() && now.bits() < review) {
            return true;
          }
        }
      }
    }
    return false;
  }

  Similarity compare(NameForm one, NameForm two) {
    if (one.chinese() != two.chinese()) {
      return acrossScripts(one, two);
    }
    boolean common = one.core().isEmpty() && two.core().isEmpty();
    boolean same = one.whole().equals(two.whole());
    if (same && one.chinese() && !one.text().equals(two.text())) {
      // Other characters that sound alike.
      return Similarity.apart(weights.equal() + 2 * weights.eachTypo());
    }
    if (same || (!common && one.sameWords(two))) {
      return sameName(one);
    }
    double difference = difference(one.words(), two.words());
    double synonyms = wording.difference(one, two);
    if (common) {
      return common(one, two, difference, synonyms);
    }
    if (one.core().equals(two.core())) {
      if (difference == 0 && synonyms == 0 && one.words().length > 0) {
        return sameName(one);
      }
      boolean whole = isSmall(difference) && synonyms == 0 && inOrder(one, two);
      return new Similarity(
          brands.agreement(one) + difference + synonyms,
          true,
          whole ? BrandScorer.identity(one) : Identity.NONE);
    }
    Similarity mistyped = typos.anywhere(one, two, difference);
    if (one.core().isEmpty() || two.core().isEmpty()) {
      return mistyped;
    }
    Similarity parts =
        one.chinese()
            ? brands.chinese(one, two, difference)
            : brands.latin(one, two, difference, isSmall(difference));
    return parts.bits() > mistyped.bits() ? parts : mistyped;
  }

  /// Whether the words of the shorter name come in the other in their order. Chinese has but one.
  private static boolean inOrder(NameForm one, NameForm two) {
    if (one.chinese()) {
      return true;
    }
    List<String> longer = List.of(one.text().split(" ", -1));
    List<String> shorter = List.of(two.text().split(" ", -1));
    if (longer.size() < shorter.size()) {
      return inOrder(two, one);
    }
    List<String> shared = new ArrayList<>(longer);
    shared.retainAll(shorter);
    List<String> wanted = new ArrayList<>(shorter);
    wanted.retainAll(longer);
    return shared.equals(wanted);
  }

  /// Whether the words that one name lacks say little, none of business or place among them.
  private boolean isSmall(double difference) {
    return difference > Math.max(differences.place(), differences.business());
  }

  /// Names of common words only are the same if all informative words agree, and different
  /// otherwise. Words in another order or form tell as much as they are rare.
  private Similarity common(NameForm one, NameForm two, double difference, double synonyms) {
    if (common(one) < 2 || common(two) < 2 || !isSmall(difference)) {
      return Similarity.apart(weights.differ());
    }
    double change = synonyms == 0 && !wording.sameOrder(one, two) ? weights.reordered() : synonyms;
    if (change == 0) {
      return new Similarity(weights.common() + difference, true, Identity.LOCAL);
    }
    double rarity = 0;
    for (short each : words.telling(one.words())) {
      rarity += Math.min(weights.common() / 2, frequencies.information(each));
    }
    // Two words in another order make another name (First Renewable, Renewables First).
    boolean reordered = synonyms == 0 && common(one) > 2;
    return new Similarity(
        Math.min(weights.common(), rarity + change) + difference,
        true,
        reordered ? Identity.LOCAL : Identity.NONE);
  }

  private int common(NameForm name) {
    return words.telling(name.words()).length;
  }

  private Similarity acrossScripts(NameForm one, NameForm two) {
    if (one.whole().length() >= LEAST_SOUND && one.whole().equals(two.whole())) {
      return new Similarity(weights.sound(), true, Identity.FULL);
    }
    NameForm chinese = one.chinese() ? one : two;
    NameForm latin = one.chinese() ? two : one;
    Alignment.Found found =
        Alignment.of(settings, chinese.text(), List.of(latin.text().split(" ", -1)));
    boolean whole = !found.chineseLeft() && !found.latinLeft();
    if (found.letters() >= LEAST_SOUND) {
      double bits = weights.sound() + found.left();
      // Only one of the names says more, such as its trade.
      boolean atOneSide = found.chineseLeft() != found.latinLeft();
      return new Similarity(
          atOneSide ? Math.max(bits, review) : bits, true, whole ? Identity.FULL : Identity.NONE);
    }
    double bits = weights.common() + found.left();
    boolean exact = whole && found.related() == 0;
    return found.letters() == 0 && found.places() + found.trades() > 1 && bits > 0
        ? new Similarity(bits, true, exact ? Identity.LOCAL : Identity.NONE)
        : Similarity.UNKNOWN;
  }

  /// The same name but for legal form, spaces and order of words.
  private Similarity sameName(NameForm name) {
    if (name.core().isEmpty()) {
      return common(name) > 1
          ? new Similarity(weights.common(), true, Identity.LOCAL)
          : Similarity.apart(weights.brief());
    }
    return name.whole().length() > BrandScorer.BRIEF && name.words().length > 0
        ? new Similarity(weights.equal(), true, Identity.FULL)
        : new Similarity(brands.agreement(name), true, BrandScorer.identity(name));
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
}
