package greenpair.concept;

import module java.base;

import greenpair.text.WordTokens;

/// Reads a text token by token and determines whether a term is negated.
///
/// A cue ("not", "without", "不要") reaches over the next [#REACH] tokens up to the end of the
/// clause, and over the rest of an enumeration ("not incineration or landfill"). 除 is a cue only
/// with its 外 in the same clause, and not before 还 or 也, where it means "besides"; 除外 negates the
/// term before it. What 的 follows
/// describes the next word, and is all that is negated: 不在中国的|热泵. A bound or a purpose is a part
/// of its own. A minus sign before a word
/// negates that one: -solar.
final class Negations {
  private static final int REACH = 4;
  private static final int FRAME = 24;
  private static final String BREAKS = ",.;:!?()，。；：！？（）\n";
  private static final Set<String> LISTING = Set.of("or", "and", "nor", "和", "或", "及", "与", "以");

  /// Words that begin a part of its own, unless they follow the cue: "not in China since 2015".
  private static final Set<String> OPENING =
      Set.of(
          "under", "over", "below", "above", "since", "before", "after", "until", "within", "for");

  private final TermTree<Boolean> cues = new TermTree<>();

  Negations(List<String> negations, List<String> notNegations) {
    negations.forEach(cue -> cues.put(keys(cue), true));
    notNegations.forEach(cue -> cues.put(keys(cue), false));
  }

  private static List<String> keys(String cue) {
    return WordTokens.split(cue).stream().map(WordTokens.Token::folded).toList();
  }

  /// What a text does not want.
  ///
  /// @param tokens of the negations and inside their reach
  /// @param cues those of the negations themselves
  record Reach(Set<Integer> tokens, Set<Integer> cues) {}

  /// Which tokens begin a term inside the reach of a negation.
  ///
  /// @param ends for each token the end of the term that begins there, or the token itself for none
  Set<Integer> negated(String text, List<WordTokens.Token> tokens, int[] ends) {
    Set<Integer> negated = reached(text, tokens, ends).tokens;
    negated.removeIf(at -> ends[at] == at);
    return negated;
  }

  /// All tokens of the negations and inside their reach.
  ///
  /// @param ends for each token the end of the term that begins there, or the token itself for none
  Reach reached(String text, List<WordTokens.Token> tokens, int[] ends) {
    Reach reached = new Reach(new HashSet<>(), new HashSet<>());
    int reach = -1;
    int cued = -1;
    int before = 0;
    int at = 0;
    while (at < tokens.size()) {
      boolean isOpening = at > cued && OPENING.contains(tokens.get(at).folded());
      if (isOpening || (at > 0 && breaks(text, tokens.get(at - 1), tokens.get(at)))) {
        reach = -1;
      }
      if (at > 0 && tokens.get(at).folded().equals("的")) {
        reach = -1;
      } else if (hasMinus(text, tokens.get(at))) {
        reach = at;
      }
      boolean isReached = at <= reach;
      boolean isCue = false;
      int next = at + 1;
      if (ends[at] > at) {
        next = ends[at];
        boolean isListed =
            isReached && next < tokens.size() && LISTING.contains(tokens.get(next).folded());
        reach = isListed || (isReached && startsList(text, tokens, next)) ? next + 1 : -1;
      } else {
        int cueEnd = cues.longest(tokens, at, WordTokens.Token::folded);
        next = Math.max(next, cueEnd);
        if (cueEnd > at
            && !asks(tokens, at)
            && Boolean.TRUE.equals(cues.at(tokens, at, cueEnd, WordTokens.Token::folded))) {
          reach = cueEnd + REACH - 1;
          cued = cueEnd;
          isReached = true;
          isCue = true;
        } else if (cueEnd == at && frame(text, tokens, at) > at) {
          int outside = frame(text, tokens, at);
          reach = outside - 1;
          for (int each = before; outside == at + 1 && each < at; each++) {
            reached.tokens.add(each);
          }
          reached.tokens.add(outside);
          reached.cues.add(outside);
          isReached = true;
          isCue = true;
        }
      }
      for (int each = at; isReached && each < next; each++) {
        reached.tokens.add(each);
        if (isCue) {
          reached.cues.add(each);
        }
      }
      before = at;
      at = next;
    }
    return reached;
  }

  /// Whether 不 stands between the same word twice, which asks a question: 要不要.
  private static boolean asks(List<WordTokens.Token> tokens, int at) {
    return at > 0
        && at + 1 < tokens.size()
        && tokens.get(at).folded().equals("不")
        && tokens.get(at - 1).folded().equals(tokens.get(at + 1).folded());
  }

  private static boolean hasMinus(String text, WordTokens.Token token) {
    int sign = token.start() - 1;
    return sign >= 0
        && text.charAt(sign) == '-'
        && (sign == 0 || Character.isWhitespace(text.charAt(sign - 1)))
        && Character.isLetter(text.charAt(token.start()));
  }

  /// An enumeration comma continues the list.
  private static boolean startsList(String text, List<WordTokens.Token> tokens, int next) {
    return next < tokens.size()
        && text.substring(tokens.get(next - 1).end(), tokens.get(next).start()).contains("、");
  }

  /// The token of 外 that ends what 除 begins; -1 for none.
  private static int frame(String text, List<WordTokens.Token> tokens, int at) {
    if (!tokens.get(at).folded().equals("除")) {
      return -1;
    }
    for (int i = at + 1; i < Math.min(tokens.size(), at + FRAME); i++) {
      if (breaks(text, tokens.get(i - 1), tokens.get(i))) {
        return -1;
      }
      if (tokens.get(i).folded().equals("外")) {
        boolean isBesides =
            i + 1 < tokens.size() && Set.of("还", "也").contains(tokens.get(i + 1).folded());
        return isBesides ? -1 : i;
      }
    }
    return -1;
  }

  private static boolean breaks(String text, WordTokens.Token before, WordTokens.Token after) {
    for (int at = before.end(); at < after.start(); at++) {
      if (BREAKS.indexOf(text.charAt(at)) >= 0) {
        return true;
      }
    }
    return false;
  }
}
