package greenpair.concept;

import module java.base;

import greenpair.catalog.Code;
import greenpair.catalog.taxonomy.Concept;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.config.Lazy;
import greenpair.text.WordTokens;

/// Finds the concepts that a text names, in either language: the longest term of the taxonomy
/// (labels and synonyms) at each place, left to right, without overlaps.
///
/// A string that belongs to n concepts yields all of them, each with weight 1/n. Short forms that
/// are also common words or have several meanings (`AD`, `DR`, `ITS`) count only as whole tokens in
/// capitals, or only near another term. What a text excludes ("not incineration") is found and
/// marked. Time grows with the length of the text times the longest term.
public final class ConceptFinder {
  /// Maximum distance in tokens to another term at which a short form of the form `beside` counts.
  private static final int BESIDE = 8;

  /// Minimum length of each of two Latin words that are also found written as one ("heatpump").
  private static final int COMPOUND = 3;

  private final Taxonomy taxonomy;
  private final Lazy<TermTree<Set<Code>>> terms;
  private final TermTree<Boolean> beside = new TermTree<>();
  private final Set<String> caseKept;
  private final Negations negations;
  private final UnaryOperator<String> spelling;

  /// @param caseKept short forms, in capitals, that match in capitals only
  public ConceptFinder(Taxonomy taxonomy, Set<String> caseKept) {
    this(taxonomy, TermRules.ofCase(caseKept));
  }

  public ConceptFinder(Taxonomy taxonomy, TermRules rules) {
    this.taxonomy = taxonomy;
    this.caseKept = rules.caseKept();
    this.spelling = rules.spelling();
    this.negations = new Negations(rules.negations(), rules.notNegations());
    this.terms = new Lazy<>(() -> terms(taxonomy));
    rules.beside().forEach(term -> beside.put(keys(WordTokens.split(spelling.apply(term))), true));
  }

  public Taxonomy taxonomy() {
    return taxonomy;
  }

  private TermTree<Set<Code>> terms(Taxonomy taxonomy) {
    TermTree<Set<Code>> tree = new TermTree<>();
    for (Concept concept : taxonomy.concepts()) {
      Code code = concept.code();
      concept.terms().forEach(term -> add(term, code, tree));
    }
    return tree;
  }

  private void add(String written, Code code, TermTree<Set<Code>> tree) {
    String term = spelling.apply(written);
    List<WordTokens.Token> tokens = WordTokens.split(term);
    put(tokens, code, tree);
    if (term.indexOf('-') > 0) {
      put(WordTokens.split(term.replace("-", "")), code, tree);
    }
    boolean isCompound =
        tokens.size() == 2
            && tokens.stream().allMatch(token -> token.written().length() >= COMPOUND)
            && tokens.stream().allMatch(token -> token.written().charAt(0) < 0x250);
    if (isCompound) {
      put(WordTokens.split(tokens.getFirst().written() + tokens.getLast().written()), code, tree);
    }
  }

  private void put(List<WordTokens.Token> tokens, Code code, TermTree<Set<Code>> tree) {
    if (!tokens.isEmpty()) {
      tree.computeIfAbsent(keys(tokens), TreeSet::new).add(code);
    }
  }

  private List<String> keys(List<WordTokens.Token> tokens) {
    return tokens.stream().map(this::key).toList();
  }

  /// Keeps capitals where case matters, so that `its` never matches `ITS`.
  private String key(WordTokens.Token token) {
    // Most words are already folded, so both are the same string.
    boolean isKept = !token.written().equals(token.folded()) && caseKept.contains(token.written());
    return isKept ? token.written() : token.folded();
  }

  /// What a text does not want.
  ///
  /// @param all characters that belong to a negation, including its cue
  /// @param cues those of "not", "without"
  public record Excluded(BitSet all, BitSet cues) {}

  public Excluded excluded(String written) {
    String text = spelling.apply(written);
    List<WordTokens.Token> tokens = WordTokens.split(text);
    Negations.Reach reached = negations.reached(text, tokens, ends(tokens));
    return new Excluded(characters(tokens, reached.tokens()), characters(tokens, reached.cues()));
  }

  private static BitSet characters(List<WordTokens.Token> tokens, Set<Integer> places) {
    BitSet characters = new BitSet();
    places.forEach(at -> characters.set(tokens.get(at).start(), tokens.get(at).end()));
    return characters;
  }

  /// Every concept that the text names, in order of place, those that it excludes among them.
  public List<Mention> find(String written) {
    String text = spelling.apply(written);
    List<WordTokens.Token> tokens = WordTokens.split(text);
    int[] ends = ends(tokens);
    List<Mention> mentions = new ArrayList<>();
    if (IntStream.range(0, ends.length).allMatch(at -> ends[at] == at)) {
      return mentions;
    }
    Set<Integer> negated = negations.negated(text, tokens, ends);
    for (int at = 0; at < ends.length; at++) {
      if (ends[at] > at) {
        Set<Code> codes = Objects.requireNonNull(terms.get().at(tokens, at, ends[at], this::key));
        int from = tokens.get(at).start();
        int to = tokens.get(ends[at] - 1).end();
        for (Code code : codes) {
          mentions.add(new Mention(code, 1.0 / codes.size(), from, to, negated.contains(at)));
        }
      }
    }
    return mentions;
  }

  /// For each token the end of the term that begins there; the token itself where none does.
  private int[] ends(List<WordTokens.Token> tokens) {
    int[] ends = new int[tokens.size()];
    List<Integer> firm = new ArrayList<>();
    List<Integer> doubtful = new ArrayList<>();
    for (int at = 0; at < ends.length; at++) {
      ends[at] = at;
    }
    TermTree<Set<Code>> tree = terms.get();
    int at = 0;
    while (at < ends.length) {
      int end = tree.longest(tokens, at, this::key);
      if (end > at) {
        ends[at] = end;
        (beside.at(tokens, at, end, this::key) == null ? firm : doubtful).add(at);
      }
      at = Math.max(at + 1, end);
    }
    for (int each : doubtful) {
      if (firm.stream().noneMatch(other -> Math.abs(other - each) <= BESIDE)) {
        ends[each] = each;
      }
    }
    return ends;
  }

  /// The codes that the text means, each with its highest weight, in order of first mention.
  public Map<Code, Double> codes(String text) {
    Map<Code, Double> codes = new LinkedHashMap<>();
    for (Mention mention : find(text)) {
      if (!mention.negated()) {
        codes.merge(mention.code(), mention.weight(), Math::max);
      }
    }
    return codes;
  }
}
