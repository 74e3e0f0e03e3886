package greenpair.index.read;

import greenpair.index.contract.IndexFields;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.search.BoostAttribute;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.util.BytesRef;

/// Words of the index near an unknown one: Latin words of at least four letters within one edit,
/// from nine letters within two; a swap of neighbours is one edit. Intersects the term dictionary
/// with a Levenshtein automaton (Schulz and Mihov, IJDAR 2002).
final class SpellChecker {
  private static final int SHORTEST = 4;
  private static final int SHORT = 5;
  private static final int LONG = 9;
  private static final int MOST = 4;
  private static final int LONGEST = 20;
  private static final int PREFIX = 1;

  private SpellChecker() {}

  private record Near(String word, float likeness, long frequency) {}

  /// Nearest first, then most frequent; at most four.
  static List<String> near(LiveSearcher searcher, String word) throws IOException {
    int length = word.codePointCount(0, word.length());
    boolean isPlain = word.chars().allMatch(letter -> letter >= 'a' && letter <= 'z');
    if (length < SHORTEST || length > LONGEST || !isPlain) {
      return List.of();
    }
    List<Near> found = new ArrayList<>();
    Terms terms = MultiTerms.getTerms(searcher.getIndexReader(), IndexFields.WORDS);
    if (terms != null) {
      int edits = length < LONG ? 1 : FuzzyQuery.defaultMaxEdits;
      near(terms, new Term(IndexFields.WORDS, word), edits, searcher, found);
    }
    found.sort(
        Comparator.comparingDouble(Near::likeness)
            .thenComparingLong(Near::frequency)
            .reversed()
            .thenComparing(Near::word));
    return found.stream().map(Near::word).distinct().limit(MOST).toList();
  }

  private static void near(
      Terms terms, Term word, int edits, LiveSearcher searcher, List<Near> found)
      throws IOException {
    FuzzyTermsEnum near = new FuzzyTermsEnum(terms, word, edits, PREFIX, true);
    BoostAttribute likeness = near.attributes().addAttribute(BoostAttribute.class);
    for (BytesRef term = near.next(); term != null; term = near.next()) {
      String other = term.utf8ToString();
      if (word.text().length() > SHORT || isSlipOfKeys(word.text(), other)) {
        int frequency = searcher.frequency(new Term(word.field(), other));
        if (frequency > 0) {
          found.add(new Near(other, likeness.getBoost(), frequency));
        }
      }
    }
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
