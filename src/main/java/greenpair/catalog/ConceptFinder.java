package greenpair.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Finds the concepts that a text names, in either language: the longest term of the taxonomy
/// (labels and synonyms) at each place, left to right, without overlaps.
///
/// A string that belongs to several concepts gives them all, each at weight 1/n. Short forms that
/// are also common words or have several meanings (`AD`, `DR`, `ITS`) count only as whole tokens
/// in capitals. Time grows with the length of the text times the longest term.
public final class ConceptFinder {
  private final Node root = new Node();
  private final Set<String> caseKept;

  /// @param caseKept short forms, in capitals, that match in capitals only
  public ConceptFinder(Taxonomy taxonomy, Set<String> caseKept) {
    this.caseKept = Set.copyOf(caseKept);
    for (Concept concept : taxonomy.concepts()) {
      add(concept.label().en(), concept.code());
      add(concept.label().zh(), concept.code());
      concept.english().forEach(term -> add(term, concept.code()));
      concept.chinese().forEach(term -> add(term, concept.code()));
    }
  }

  private void add(@Nullable String term, Code code) {
    if (term == null) {
      return;
    }
    put(Words.split(term), code);
    if (term.indexOf('-') > 0) {
      put(Words.split(term.replace("-", "")), code);
    }
  }

  private void put(List<Words.Token> tokens, Code code) {
    Node node = root;
    for (Words.Token token : tokens) {
      node = node.next.computeIfAbsent(key(token), word -> new Node());
    }
    node.codes.add(code);
  }

  /// Capitals stay capitals where the case must be kept, so that `its` never meets `ITS`.
  private String key(Words.Token token) {
    return caseKept.contains(token.written()) ? token.written() : token.folded();
  }

  /// Every concept that the text names, in order of place.
  public List<Mention> find(String text) {
    List<Words.Token> tokens = Words.split(text);
    List<Mention> mentions = new ArrayList<>();
    int at = 0;
    while (at < tokens.size()) {
      int end = longest(tokens, at);
      if (end == at) {
        at++;
        continue;
      }
      Set<Code> codes = walk(tokens, at, end).codes;
      for (Code code : codes) {
        mentions.add(
            new Mention(
                code, 1.0 / codes.size(), tokens.get(at).start(), tokens.get(end - 1).end()));
      }
      at = end;
    }
    return mentions;
  }

  /// The codes that the text names, each with its highest weight, in order of first mention.
  public Map<Code, Double> codes(String text) {
    Map<Code, Double> codes = new java.util.LinkedHashMap<>();
    find(text).forEach(mention -> codes.merge(mention.code(), mention.weight(), Math::max));
    return codes;
  }

  private int longest(List<Words.Token> tokens, int start) {
    int longest = start;
    Node node = root;
    for (int at = start; at < tokens.size(); at++) {
      node = node.next.get(key(tokens.get(at)));
      if (node == null) {
        break;
      }
      if (!node.codes.isEmpty()) {
        longest = at + 1;
      }
    }
    return longest;
  }

  private Node walk(List<Words.Token> tokens, int start, int end) {
    Node node = root;
    for (int at = start; at < end; at++) {
      node = java.util.Objects.requireNonNull(node.next.get(key(tokens.get(at))));
    }
    return node;
  }

  private static final class Node {
    final Map<String, Node> next = new HashMap<>();
    final Set<Code> codes = new TreeSet<>();
  }
}
