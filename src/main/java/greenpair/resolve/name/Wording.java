package greenpair.resolve.name;

import java.util.Arrays;
import java.util.List;

/// How two Latin names word the same common words. Inflections (technology, technologies) are no
/// difference; synonyms (college, university) are.
final class Wording {
  private static final int LEAST_STEM = 3;
  private static final int MOST_ENDING = 2;

  private final CommonWords common;
  private final double synonym;

  Wording(ResolveSettings settings) {
    this.common = settings.common();
    this.synonym = settings.name().synonym();
  }

  /// Bits for words of business that both names have, each in its own form.
  double difference(NameForm one, NameForm two) {
    if (one.chinese() || two.chinese()) {
      return 0;
    }
    return synonym * Math.min(alone(one, two), alone(two, one));
  }

  /// Common words of the first name that the second has in another form.
  private long alone(NameForm one, NameForm two) {
    List<String> others = words(two);
    return words(one).stream()
        .filter(word -> common.isBusiness(word, two.words()))
        .filter(word -> others.stream().noneMatch(other -> inflects(word, other)))
        .count();
  }

  /// Whether the words that say something come in the same order. Chinese has but one.
  boolean sameOrder(NameForm one, NameForm two) {
    if (one.chinese()) {
      return true;
    }
    List<String> first = words(one).stream().filter(common::tells).toList();
    List<String> second = words(two).stream().filter(common::tells).toList();
    if (first.size() != second.size()) {
      return false;
    }
    for (int at = 0; at < first.size(); at++) {
      if (!inflects(first.get(at), second.get(at))) {
        return false;
      }
    }
    return true;
  }

  private static List<String> words(NameForm name) {
    return Arrays.asList(name.text().split(" ", -1));
  }

  private static boolean inflects(String one, String two) {
    int same = Math.max(0, Arrays.mismatch(one.toCharArray(), two.toCharArray()));
    return one.equals(two)
        || (same >= LEAST_STEM && same >= Math.min(one.length(), two.length()) - MOST_ENDING);
  }
}
