package greenpair.index.read;

import greenpair.index.contract.Clause;
import greenpair.index.contract.EntryQuery;
import greenpair.index.contract.IndexFields;
import greenpair.index.document.ConceptFields;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/// The documents that match a query, before facets filter them. A document matches if an estimate
/// of its score reaches [EntryQuery#hit]: each concept counts by its degree, each word as if it
/// occurred once, in a name or elsewhere, in a text of half the average length. A clause that
/// suffices alone adds its postings without a score. The others are summed with constant scores,
/// and Lucene skips documents whose sum cannot reach the minimum. For use by one thread.
final class HitFinder {
  /// Tolerance for the rounding of floats.
  private static final float ROUNDING = 1e-6f;

  private static final int WINDOW = 1 << 14;

  private final LiveSearcher searcher;
  private final Deadline deadline;
  private final ClauseRenderer renderer;
  private final float minimum;
  private final int title;
  private final Map<Clause, Double> gains = new LinkedHashMap<>();
  private final Map<Clause, Double> constants = new LinkedHashMap<>();

  /// If several words must match: sums of words, and for each the queries of its words.
  private final List<Set<Query>> readings = new ArrayList<>();

  private final List<Query> sufficient = new ArrayList<>();
  private final Map<Clause, Float> summed = new LinkedHashMap<>();
  private double most;

  HitFinder(LiveSearcher searcher, Deadline deadline, EntryQuery query, int title)
      throws IOException {
    this.searcher = searcher;
    this.deadline = deadline;
    this.renderer = new ClauseRenderer(searcher);
    this.minimum = (float) query.hit() - ROUNDING;
    this.title = title;
    query.parts().stream()
        .filter(part -> !part.isCondition())
        .forEach(part -> gain(part.clause(), part.weight()));
    constants.forEach(
        (clause, gain) -> {
          if (gain >= minimum) {
            sufficient.add(renderer.query(clause));
          }
        });
    for (Clause clause : gains.keySet()) {
      double gain = gain(clause);
      if (!query.isSeveral() && least(clause, gain) >= minimum) {
        sufficient.add(renderer.query(clause));
      } else {
        summed.put(clause, (float) gain);
        most += gain;
      }
    }
    if (!query.isSeveral()) {
      readings.clear();
    }
  }

  /// Collects the maximum contribution of each term; a maximum is treated as a sum.
  private void gain(Clause clause, double weight) {
    switch (clause) {
      case Clause.Boost boost -> gain(boost.clause(), weight * boost.factor());
      case Clause.Word _, Clause.Concept _ -> gains.merge(clause, weight, Double::sum);
      case Clause.Best best -> best.clauses().forEach(each -> gain(each, weight));
      case Clause.Sum sum -> {
        sum.clauses().forEach(each -> gain(each, weight));
        if (sum.least() > 1) {
          Set<Query> words = new LinkedHashSet<>();
          sum.clauses().forEach(each -> words.add(renderer.query(plain(each))));
          readings.add(words);
        }
      }
      case Clause.Filter _, Clause.Names _, Clause.Phrase _, Clause.All _ ->
          constants.merge(clause, weight, Double::sum);
      case Clause.Feature _ -> throw new IllegalArgumentException("no part of a search: " + clause);
    }
  }

  private static Clause plain(Clause clause) {
    return clause instanceof Clause.Boost boost ? plain(boost.clause()) : clause;
  }

  private double gain(Clause clause) {
    double weight = gains.getOrDefault(clause, 0.0);
    if (!(clause instanceof Clause.Word word)) {
      return weight;
    }
    double once = SearchSimilarity.held(1);
    Clause body = new Clause.Word(IndexFields.WORDS, word.term());
    // A word of a name is also one of the words, with the weight of a name.
    return word.field().equals(IndexFields.TITLE)
        ? weight * once + gains.getOrDefault(body, 0.0) * (SearchSimilarity.held(title) - once)
        : weight * once;
  }

  /// The smallest contribution of a term to a document that has it.
  private double least(Clause clause, double gain) throws IOException {
    return clause instanceof Clause.Concept concept && gain >= minimum
        ? gain
            * Math.min(searcher.lowest(ClauseRenderer.term(concept)), ConceptFields.WHOLE)
            / ConceptFields.WHOLE
        : gain;
  }

  DocSet find() throws IOException {
    DocSet found = DocSet.none(searcher);
    for (Query each : sufficient) {
      deadline.check();
      found.add(each, searcher);
    }
    if (most >= minimum) {
      DocSet sums = sums();
      if (!readings.isEmpty()) {
        DocSet several = DocSet.none(searcher);
        for (Set<Query> words : readings) {
          several.add(ClauseRenderer.any(words).setMinimumNumberShouldMatch(2).build(), searcher);
        }
        sums.and(several);
      }
      found.or(sums);
    }
    found.removeDeleted();
    return found;
  }

  /// A term that does not suffice alone, in a window of a segment.
  ///
  /// @param gain of a word in any document
  /// @param degrees of a concept by document; null for a word
  @SuppressWarnings("ArrayRecordComponent") // Used within one search, never compared.
  private record Addend(Scorer scorer, float gain, FixedBitSet docs, float @Nullable [] degrees) {
    static Addend of(Scorer scorer, float gain, boolean isConcept) throws IOException {
      scorer.iterator().nextDoc();
      float[] degrees = isConcept ? new float[WINDOW] : null;
      return new Addend(scorer, gain, new FixedBitSet(WINDOW), degrees);
    }

    /// @param alone takes the documents that match a concept well enough
    void read(int from, int to, DocAndFloatFeatureBuffer buffer, float minimum, FixedBitSet alone)
        throws IOException {
      docs.clear();
      if (scorer.docID() < to && degrees == null) {
        scorer.iterator().intoBitSet(to, docs, from);
      }
      while (scorer.docID() < to && degrees != null) {
        scorer.nextDocsAndScores(to, null, buffer);
        for (int i = 0; i < buffer.size; i++) {
          docs.set(buffer.docs[i] - from);
          degrees[buffer.docs[i] - from] = buffer.features[i];
          if (buffer.features[i] >= minimum) {
            alone.set(buffer.docs[i]);
          }
        }
      }
    }

    float value(int doc) {
      return !docs.get(doc) ? 0 : degrees == null ? gain : degrees[doc];
    }
  }

  /// The documents in which terms that do not suffice alone add up to the minimum: at least two of
  /// them, or one concept to a high degree.
  private DocSet sums() throws IOException {
    DocSet found = DocSet.none(searcher);
    DocAndFloatFeatureBuffer buffer = new DocAndFloatFeatureBuffer();
    for (LeafReaderContext leaf : found.leaves()) {
      List<Addend> addends = addends(leaf);
      FixedBitSet docs = found.bits()[leaf.ord];
      for (int from = 0; from < docs.length(); from += WINDOW) {
        deadline.check();
        int to = Math.min(docs.length(), from + WINDOW);
        FixedBitSet once = new FixedBitSet(WINDOW);
        FixedBitSet twice = new FixedBitSet(WINDOW);
        for (Addend each : addends) {
          each.read(from, to, buffer, minimum, docs);
          FixedBitSet both = once.clone();
          both.and(each.docs);
          twice.or(both);
          once.or(each.docs);
        }
        for (int doc = DocSet.next(twice, 0); doc < WINDOW; doc = DocSet.next(twice, doc + 1)) {
          float sum = 0;
          for (Addend each : addends) {
            sum += each.value(doc);
          }
          if (sum >= minimum) {
            docs.set(from + doc);
          }
        }
      }
    }
    return found;
  }

  private List<Addend> addends(LeafReaderContext leaf) throws IOException {
    List<Addend> addends = new ArrayList<>();
    for (Map.Entry<Clause, Float> each : summed.entrySet()) {
      boolean isConcept = each.getKey() instanceof Clause.Concept;
      ScoreMode mode = isConcept ? ScoreMode.COMPLETE : ScoreMode.COMPLETE_NO_SCORES;
      Query query = searcher.rewrite(renderer.query(each.getKey()));
      Scorer scorer = searcher.createWeight(query, mode, each.getValue()).scorer(leaf);
      if (scorer != null) {
        addends.add(Addend.of(scorer, each.getValue(), isConcept));
      }
    }
    return addends;
  }
}
