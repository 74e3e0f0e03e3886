package greenpair.resolve.name;

import module java.base;

import greenpair.catalog.value.Nearest;
import greenpair.resolve.name.NameScorer.Identity;
import greenpair.resolve.name.NameScorer.Similarity;

/// Compares the distinctive parts of two names of one script.
final class BrandScorer {
  static final int BRIEF = 3;

  private final ResolveSettings.Names weights;
  private final Typos typos;
  private final Frequencies frequencies;

  BrandScorer(ResolveSettings settings, Typos typos, Frequencies frequencies) {
    this.weights = settings.name();
    this.typos = typos;
    this.frequencies = frequencies;
  }

  static Identity identity(NameForm name) {
    boolean isShort = name.chinese() ? name.core().length() <= 2 : name.core().indexOf(' ') < 0;
    return isShort ? Identity.SHORT : Identity.FULL;
  }

  /// The evidence of equal distinctive parts: less if they are short or frequent.
  double agreement(NameForm name) {
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

  Similarity chinese(NameForm one, NameForm two, double difference) {
    String shorter = one.core().length() <= two.core().length() ? one.core() : two.core();
    String longer = shorter.equals(one.core()) ? two.core() : one.core();
    if (longer.startsWith(shorter) && shorter.length() >= 2) {
      return Similarity.apart(weights.equal() + weights.eachWord() + difference);
    }
    return Similarity.apart(weights.differ() + difference);
  }

  /// Most pairs are of one word each that begins with another letter, and are soon done with.
  private static boolean mayShareWord(NameForm one, NameForm two) {
    boolean single = one.core().indexOf(' ') < 0 && two.core().indexOf(' ') < 0;
    return !single
        || (one.core().charAt(0) == two.core().charAt(0)
            && Math.abs(one.core().length() - two.core().length()) <= Typos.MOST);
  }

  /// Words are paired in any order; a word without a partner is evidence against a match.
  ///
  /// @param isSmall whether the common words that one name lacks say little
  Similarity latin(NameForm one, NameForm two, double difference, boolean isSmall) {
    if (!mayShareWord(one, two)) {
      return Similarity.apart(weights.differ() + difference);
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
    int slips = 0;
    Identity identity = isSmall ? Identity.FULL : Identity.NONE;
    boolean isAlone = one.core().indexOf(' ') < 0 && two.core().indexOf(' ') < 0;
    for (var each = first.iterator(); each.hasNext(); ) {
      String word = each.next();
      String partner = Typos.near(word, second, one.core().indexOf(' ') < 0);
      if (!partner.isEmpty()) {
        slips += Nearest.distance(word, partner, Typos.MOST);
        Identity near = typos.identity(word, partner, isAlone);
        identity = near.compareTo(identity) < 0 ? near : identity;
        second.remove(partner);
        each.remove();
        paired++;
        letters += word.length();
      }
    }
    if (paired == 0) {
      return Similarity.apart(weights.differ() + difference);
    }
    double bits = letters <= BRIEF ? weights.brief() : weights.equal();
    bits -= least == Integer.MAX_VALUE ? 0 : commonness(least);
    bits += typos.bits(slips, letters);
    // Different numbers mean different entities: `District 15` is not `District 16`.
    bits +=
        Stream.concat(first.stream(), second.stream())
            .mapToDouble(each -> weights.eachWord() * (Character.isDigit(each.charAt(0)) ? 2 : 1))
            .sum();
    boolean whole = first.isEmpty() && second.isEmpty();
    return new Similarity(
        Math.max(bits, weights.differ()) + difference, true, whole ? identity : Identity.NONE);
  }
}
