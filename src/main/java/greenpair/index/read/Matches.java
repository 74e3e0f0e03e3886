package greenpair.index.read;

import greenpair.index.document.ConceptFields;
import greenpair.index.document.SearchFields;
import greenpair.index.score.Degrees;
import greenpair.index.score.SearchSimilarity;
import greenpair.index.score.TermSum;
import greenpair.index.score.WindowSums;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;

/// The documents that match a query. A document matches if an estimate of its score reaches the
/// minimum: each concept counts by its stored degree, each word as if it occurred once, in a name
/// or elsewhere, in a text of half the average length. No document is scored for this. The postings
/// of a term that is sufficient alone are added as a set; sums are computed only for the other
/// terms, window by window. For use by one thread.
final class Matches {
  /// Scale of contributions, which are added as integers.
  private static final int UNIT = 10_000;

  private final LiveSearcher searcher;
  private final Deadline deadline;
  private final List<Query> enough = new ArrayList<>();
  private final List<Part> parts = new ArrayList<>();
  private final int minimum;
  private final int least;

  /// If several words are required: the alternative readings of the query, each with its words.
  private final List<List<Word>> readings;

  private final FixedBitSet window = new FixedBitSet(WindowSums.WINDOW);

  /// A term that is not sufficient alone.
  ///
  /// @param gain contribution of each posting; for a concept, of a full match
  private record Part(Term term, double gain, boolean isConcept) {
    Part(Term term, double gain) {
      this(term, gain, term.field().equals(SearchFields.CONCEPT));
    }
  }

  private record Word(Set<Term> terms, FixedBitSet docs) {
    Word(Set<Term> terms) {
      this(terms, new FixedBitSet(WindowSums.WINDOW));
    }
  }

  /// @param minimum score that must be reached, in [0, 1]
  /// @param least number of words required if nothing else matches
  Matches(
      LiveSearcher searcher,
      Deadline deadline,
      TermSum addends,
      double minimum,
      int least,
      int title) {
    this.searcher = searcher;
    this.deadline = deadline;
    this.minimum = Math.max(1, (int) Math.ceil(minimum * UNIT));
    this.least = least;
    this.readings =
        least == 1
            ? List.of()
            : addends.readings().stream()
                .map(each -> each.stream().map(Word::new).toList())
                .toList();
    addends
        .sure()
        .forEach(
            (query, gain) -> {
              if (gain >= minimum) {
                enough.add(query);
              }
            });
    addends
        .gains()
        .forEach((term, gain) -> parts.add(new Part(term, gain(addends, term, gain, title))));
  }

  FixedBitSet[] all() throws IOException {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    FixedBitSet[] all = new FixedBitSet[leaves.size()];
    for (LeafReaderContext leaf : leaves) {
      deadline.check();
      all[leaf.ord] = new FixedBitSet(leaf.reader().maxDoc());
      for (Query each : enough) {
        take(each, leaf, searcher, all[leaf.ord]);
      }
      add(leaf, all[leaf.ord]);
      Bits live = leaf.reader().getLiveDocs();
      if (live != null) {
        live.applyMask(all[leaf.ord], 0);
      }
    }
    return all;
  }

  static void take(Query query, LeafReaderContext leaf, LiveSearcher searcher, FixedBitSet into)
      throws IOException {
    Scorer scorer =
        searcher
            .createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1)
            .scorer(leaf);
    if (scorer != null) {
      into.or(scorer.iterator());
    }
  }

  private void add(LeafReaderContext leaf, FixedBitSet into) throws IOException {
    List<Sum> some = new ArrayList<>();
    for (Part part : parts) {
      boolean isAlone = least == 1 && leastUnits(part) >= minimum;
      int gain = units(part);
      if (part.isConcept() && !isAlone) {
        Degrees degrees = searcher.degrees(part.term, leaf);
        some.add(new Sum(gain, (from, to, sums) -> sums.add(gain, degrees, from)));
        continue;
      }
      PostingsEnum postings = searcher.postings(part.term, leaf, PostingsEnum.NONE);
      if (postings != null && isAlone) {
        into.or(postings);
      } else if (postings != null) {
        postings.nextDoc();
        some.add(new Sum(gain, (from, to, sums) -> add(part.term, gain, postings, from, to, sums)));
      }
    }
    if (some.stream().mapToInt(Sum::gain).sum() >= minimum) {
      sum(some, leaf.reader().maxDoc(), into);
    }
  }

  private static double gain(TermSum addends, Term term, double weight, int title) {
    return switch (term.field()) {
      case SearchFields.CONCEPT -> weight;
      case SearchFields.TITLE -> {
        Term word = new Term(SearchFields.WORDS, term.bytes());
        double more = SearchSimilarity.held(title) - SearchSimilarity.held(1);
        yield weight * SearchSimilarity.held(1) + addends.gains().getOrDefault(word, 0f) * more;
      }
      default -> weight * SearchSimilarity.held(1);
    };
  }

  private int units(Part part) {
    return (int) Math.round(UNIT * part.gain);
  }

  /// The smallest contribution of the term to a document that has it.
  private int leastUnits(Part part) throws IOException {
    int units = units(part);
    if (!part.isConcept() || units < minimum) {
      return units;
    }
    return Math.min(searcher.lowest(part.term), ConceptFields.WHOLE) * units / ConceptFields.WHOLE;
  }

  /// Contributions that are added.
  ///
  /// @param gain the greatest
  private record Sum(int gain, Adding each) {}

  private interface Adding {
    void add(int from, int to, WindowSums sums) throws IOException;
  }

  private void sum(List<Sum> some, int maxDoc, FixedBitSet into) throws IOException {
    WindowSums sums = new WindowSums(minimum);
    for (int from = 0; from < maxDoc; from += WindowSums.WINDOW) {
      deadline.check();
      int to = Math.min(maxDoc, from + WindowSums.WINDOW);
      for (Sum each : some) {
        each.each.add(from, to, sums);
      }
      for (List<Word> reading : readings) {
        sums.count(reading.stream().map(word -> word.docs.getBits()).toList());
        reading.forEach(word -> word.docs.clear());
      }
      sums.into(into.getBits(), least > 1, from);
      sums.clear();
    }
  }

  private void add(Term term, int gain, PostingsEnum postings, int from, int to, WindowSums sums)
      throws IOException {
    if (postings.docID() >= to) {
      return;
    }
    postings.intoBitSet(to, window, from);
    sums.add(gain, window.getBits());
    for (List<Word> reading : readings) {
      for (Word word : reading) {
        if (word.terms.contains(term)) {
          word.docs.or(window);
        }
      }
    }
    window.clear();
  }
}
