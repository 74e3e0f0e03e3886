package greenpair.search.read;

import module java.base;

import greenpair.catalog.Kind;

/// The kinds that a query requests by a word: who lends or grants (financiers), who makes or
/// supplies (firms), where it was done (deployments). Not applied to passages, which mention
/// companies and funds without asking for them.
public final class Intents {
  private final PhraseMatcher none;
  private final Map<Kind, PhraseMatcher> asks = new EnumMap<>(Kind.class);

  /// @param none phrases that contain such a word and ask for nothing: demand response, 需求响应
  public Intents(Map<Kind, Set<String>> words, Set<String> none) {
    this.none = new PhraseMatcher(none);
    words.forEach((kind, all) -> asks.put(kind, new PhraseMatcher(all)));
  }

  /// The kinds, each with the words by which it is asked for; of words within others, the longest.
  public Map<Kind, Set<String>> of(String text) {
    Map<Kind, Set<String>> asked = new EnumMap<>(Kind.class);
    if (!Passages.isPassage(text)) {
      String lower = none.without(PhraseMatcher.lower(text));
      asks.forEach((kind, words) -> asked.put(kind, words.in(lower)));
      List<String> all = asked.values().stream().flatMap(Set::stream).toList();
      asked.values().forEach(words -> words.removeIf(word -> isWithin(word, all)));
      asked.values().removeIf(Set::isEmpty);
    }
    return asked;
  }

  private static boolean isWithin(String word, List<String> all) {
    return all.stream().anyMatch(other -> other.length() > word.length() && other.contains(word));
  }
}
