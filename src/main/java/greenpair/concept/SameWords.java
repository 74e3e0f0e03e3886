package greenpair.concept;

import module java.base;

import greenpair.text.WordTokens;

/// Words for the same thing in American and British English (curb and kerb, parking lot and car
/// park), in groups. Immutable.
public final class SameWords {
  /// What may be between the words of a phrase; anything else ends it.
  private static final Pattern JOINED = Pattern.compile("[\\s-]?");

  private final TermTree<List<String>> groups = new TermTree<>();

  /// @param groups words or phrases of the same meaning; each is in one group
  public SameWords(List<List<String>> groups) {
    for (List<String> group : groups) {
      group.forEach(each -> this.groups.put(keys(each), List.copyOf(group)));
    }
  }

  /// Words that are in the groups more than once, in singular or plural.
  public static List<String> repeated(List<List<String>> groups) {
    Set<List<String>> seen = new HashSet<>();
    return groups.stream().flatMap(List::stream).filter(each -> !seen.add(keys(each))).toList();
  }

  private static List<String> keys(String phrase) {
    return WordTokens.split(phrase).stream().map(WordTokens.Token::folded).toList();
  }

  /// A word or phrase of a group.
  ///
  /// @param others the other words of the group, in its order
  public record Found(int start, int end, List<String> others) {}

  /// The words of groups in a text, left to right, the longest at each place.
  public List<Found> find(String text) {
    List<Found> found = new ArrayList<>();
    List<WordTokens.Token> tokens = WordTokens.split(text);
    int at = 0;
    while (at < tokens.size()) {
      int end = longest(text, tokens, at);
      if (end > at) {
        List<String> written =
            tokens.subList(at, end).stream().map(WordTokens.Token::folded).toList();
        List<String> others =
            group(tokens, at, end).stream().filter(each -> !keys(each).equals(written)).toList();
        found.add(new Found(tokens.get(at).start(), tokens.get(end - 1).end(), others));
      }
      at = Math.max(at + 1, end);
    }
    return found;
  }

  /// One past the last token of the longest word or phrase that begins at that token.
  private int longest(String text, List<WordTokens.Token> tokens, int at) {
    int end = groups.longest(tokens, at, WordTokens.Token::folded);
    for (int next = at + 1; next < end; next++) {
      String gap = text.substring(tokens.get(next - 1).end(), tokens.get(next).start());
      if (!JOINED.matcher(gap).matches()) {
        return groups.longest(tokens.subList(0, next), at, WordTokens.Token::folded);
      }
    }
    return end;
  }

  private List<String> group(List<WordTokens.Token> tokens, int at, int end) {
    return Objects.requireNonNull(groups.at(tokens, at, end, WordTokens.Token::folded));
  }

  /// The text with the first word of the group for each of its words.
  String first(String text) {
    StringBuilder same = new StringBuilder();
    List<WordTokens.Token> tokens = WordTokens.split(text);
    int copied = 0;
    int at = 0;
    while (at < tokens.size()) {
      int end = longest(text, tokens, at);
      if (end > at) {
        same.append(text, copied, tokens.get(at).start());
        same.append(group(tokens, at, end).getFirst());
        copied = tokens.get(end - 1).end();
      }
      at = Math.max(at + 1, end);
    }
    return copied == 0 ? text : same.append(text, copied, text.length()).toString();
  }
}
