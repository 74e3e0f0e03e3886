package greenpair.resolve.name;

import module java.base;

import greenpair.text.Folding;

/// How two names word the same common words. Inflections (technology, technologies; 环保, 环境保护)
/// are no difference; synonyms (college, university; 电力, 电气) are.
final class Wording {
  private static final int LEAST_STEM = 3;
  private static final int MOST_ENDING = 2;

  private final CommonWords common;
  private final double synonym;

  Wording(ResolveSettings settings) {
    this.common = settings.common();
    this.synonym = settings.name().synonym();
  }

  /// Bits for words of business that both names have, each in its own form, or one of them in two.
  double difference(NameForm one, NameForm two) {
    if (one.words().length == 0 || two.words().length == 0) {
      return 0;
    }
    List<String> first = common.forms(one);
    List<String> second = common.forms(two);
    return synonym * Math.max(alone(first, second, two), alone(second, first, one));
  }

  /// Common words of the first name that the second has in another form.
  private long alone(List<String> words, List<String> others, NameForm two) {
    return words.stream()
        .filter(word -> common.isBusiness(word, two.words()))
        .filter(word -> others.stream().noneMatch(other -> inflects(word, other)))
        .count();
  }

  /// Whether the words that say something come in the same order.
  boolean sameOrder(NameForm one, NameForm two) {
    List<String> first = common.forms(one).stream().filter(common::tells).toList();
    List<String> second = common.forms(two).stream().filter(common::tells).toList();
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

  private static boolean inflects(String one, String two) {
    if (one.equals(two)) {
      return true;
    }
    if (Folding.isHan(one.codePointAt(0))) {
      return one.length() < two.length() ? shortens(one, two) : shortens(two, one);
    }
    int same = Math.max(0, Arrays.mismatch(one.toCharArray(), two.toCharArray()));
    return same >= LEAST_STEM && same >= Math.min(one.length(), two.length()) - MOST_ENDING;
  }

  /// Whether all characters of the first come in that order in the second.
  private static boolean shortens(String one, String two) {
    int at = 0;
    for (int character = 0; character < two.length() && at < one.length(); character++) {
      if (two.charAt(character) == one.charAt(at)) {
        at++;
      }
    }
    return at == one.length();
  }
}
