package greenpair.index.read;

import module java.base;

import greenpair.index.contract.IndexFields;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;

/// Words of an index near an unknown one: Latin words of at least four letters within one edit,
/// from nine letters within two; a swap of neighbours is one edit. Intersects term dictionaries
/// with Levenshtein automata (Schulz and Mihov, IJDAR 2002), which are built once for all kinds.
/// For use by one thread.
final class SpellChecker {
  private static final int SHORTEST = 4;
  private static final int SHORT = 5;
  private static final int LONG = 9;
  private static final int MOST = 4;
  private static final int LONGEST = 20;
  private static final int PREFIX = 1;

  private final String word;
  private final List<CompiledAutomaton> within = new ArrayList<>();

  SpellChecker(String word) {
    this.word = word;
  }

  private record Near(String word, float likeness, long frequency) {}

  /// Nearest first, then most frequent; at most four.
  List<String> near(CachingSearcher searcher) throws IOException {
    boolean isPlain = word.chars().allMatch(letter -> letter >= 'a' && letter <= 'z');
    Terms terms = MultiTerms.getTerms(searcher.getIndexReader(), IndexFields.WORDS);
    if (terms == null || word.length() < SHORTEST || word.length() > LONGEST || !isPlain) {
      return List.of();
    }
    List<Near> found = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    int most = word.length() < LONG ? 1 : FuzzyQuery.defaultMaxEdits;
    for (int edits = 1; edits <= most; edits++) {
      TermsEnum near = terms.intersect(within(edits), null);
      for (BytesRef term = near.next(); term != null; term = near.next()) {
        String other = term.utf8ToString();
        if (seen.add(other) && (word.length() > SHORT || isSlipOfKeys(word, other))) {
          int frequency = searcher.frequency(new Term(IndexFields.WORDS, other));
          if (frequency > 0) {
            float likeness = 1 - (float) edits / Math.min(word.length(), other.length());
            found.add(new Near(other, likeness, frequency));
          }
        }
      }
    }
    found.sort(
        Comparator.comparingDouble(Near::likeness)
            .thenComparingLong(Near::frequency)
            .reversed()
            .thenComparing(Near::word));
    return found.stream().map(Near::word).limit(MOST).toList();
  }

  private CompiledAutomaton within(int edits) {
    if (within.size() < edits) {
      LevenshteinAutomata near = new LevenshteinAutomata(word.substring(PREFIX), true);
      within.add(
          new CompiledAutomaton(near.toAutomaton(edits, word.substring(0, PREFIX)), true, false));
    }
    return within.get(edits - 1);
  }

  /// Swapped, doubled or missing letters; a short word with a different letter is usually another
  /// word.
  private static boolean isSlipOfKeys(String word, String near) {
    if (word.length() != near.length()) {
      return true;
    }
    int[] letters = word.chars().sorted().toArray();
    return Arrays.equals(letters, near.chars().sorted().toArray());
  }
}
