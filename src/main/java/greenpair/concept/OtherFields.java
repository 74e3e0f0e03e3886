package greenpair.concept;

import greenpair.text.WordTokens;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;

/// Words of fields outside the catalog, in either language: neighbouring fields that share its
/// words (nuclear power), and names that contain one of its terms (充电宝, a power bank, contains 充电,
/// charging). They are not interpreted otherwise.
public final class OtherFields {
  private final TermTree<Boolean> terms = new TermTree<>();
  private final UnaryOperator<String> spelling;

  /// @param rules how terms are spelled
  public OtherFields(Collection<String> terms, TermRules rules) {
    this.spelling = rules.spelling();
    terms.forEach(term -> this.terms.put(keys(WordTokens.split(spelling.apply(term))), true));
  }

  private static List<String> keys(List<WordTokens.Token> tokens) {
    return tokens.stream().map(WordTokens.Token::folded).toList();
  }

  /// A place in a text.
  public record Span(int start, int end) {
    /// Whether a mentioned concept is part of it or overlaps it; a term that contains it whole
    /// takes precedence.
    public boolean takes(Mention mention) {
      boolean isApart = mention.end() <= start || end <= mention.start();
      boolean isHeld = mention.start() <= start && end <= mention.end();
      return !isApart && !isHeld;
    }
  }

  /// Where such words stand, the longest at each place, but for those that a term of the taxonomy
  /// holds.
  ///
  /// @param mentions what the text names
  public List<Span> find(String written, List<Mention> mentions) {
    List<WordTokens.Token> tokens = WordTokens.split(spelling.apply(written));
    List<Span> spans = new ArrayList<>();
    int at = 0;
    while (at < tokens.size()) {
      int end = terms.longest(tokens, at, WordTokens.Token::folded);
      if (end > at) {
        Span span = new Span(tokens.get(at).start(), tokens.get(end - 1).end());
        boolean isFree =
            mentions.stream()
                .allMatch(
                    each ->
                        each.end() <= span.start()
                            || span.end() <= each.start()
                            || span.takes(each));
        if (isFree) {
          spans.add(span);
        }
      }
      at = Math.max(at + 1, end);
    }
    return spans;
  }
}
