package greenpair.index.read;

import greenpair.index.contract.Clause;
import greenpair.index.contract.EntryQuery;
import greenpair.index.contract.IndexFields;
import greenpair.index.document.ConceptFields;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocAndFloatFeatureBuffer;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/// The documents that match a query, before facets filter them. A document matches if an estimate
/// of its score reaches a minimum: each concept counts by its degree, each word as if it
/// occurred once, in a name or elsewhere, in a text of half the average length. A clause that
/// suffices alone adds its postings without a score. The others are summed with constant scores,
/// and Lucene skips documents whose sum cannot reach the minimum. For use by one thread.
final class HitFinder {
  /// Tolerance for the rounding of floats.
  private static final float ROUNDING = 1e-6f;

  private static final int WINDOW = 1 << 14;

  private final CachingSearcher searcher;
  private final Deadline deadline;
  private final ClauseRenderer renderer;
  private final float minimum;
  private final int title;
  private final Map<Clause, Double> gains = new LinkedHashMap<>();
  private final Map<Clause, Double> constants = new LinkedHashMap<>();

  private final List<Query> sufficient = new ArrayList<>();
  private final Map<Clause, Float> summed = new LinkedHashMap<>();
  private double most;

  HitFinder(
      CachingSearcher searcher,
      Deadline deadline,
      List<EntryQuery.Part> parts,
      double minimum,
      int title)
      throws IOException {
    this.searcher = searcher;
    this.deadline = deadline;
    this.renderer = new ClauseRenderer(searcher);
    this.minimum = (float) minimum - ROUNDING;
    this.title = title;
    parts.stream()
        .filter(part -> !part.isCondition())
        .forEach(part -> gain(part.clause(), part.weight()));
    constants.forEach(
        (clause, gain) -> {
          if (gain >= this.minimum) {
            sufficient.add(renderer.query(clause));
          }
        });
    for (Clause clause : gains.keySet()) {
      double gain = gain(clause);
      if (least(clause, gain) >= this.minimum) {
        sufficient.add(renderer.query(clause));
      } else {
        summed.put(clause, (float) gain);
        most += gain;
      }
    }
  }

  /// Collects the maximum contribution of each term; a maximum is treated as a sum.
  private void gain(Clause clause, double weight) {
    switch (clause) {
      case Clause.Boost boost -> gain(boost.clause(), weight * boost.factor());
      case Clause.Word _, Clause.Concept _ -> gains.merge(clause, weight, Double::sum);
      case Clause.Best best -> best.clauses().forEach(each -> gain(each, weight));
      case Clause.Sum sum -> sum.clauses().forEach(each -> gain(each, weight));
      case Clause.Filter _, Clause.Range _, Clause.Names _, Clause.Phrase _, Clause.All _ ->
          constants.merge(clause, weight, Double::sum);
      case Clause.Feature _ -> throw new IllegalArgumentException("no part of a search: " + clause);
    }
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

  /// @param wanted the documents that are of use; null for all
  DocSet find(@Nullable DocSet wanted) throws IOException {
    DocSet found = DocSet.none(searcher);
    for (Query each : sufficient) {
      deadline.check();
      found.add(each, searcher);
    }
    if (most >= minimum) {
      addSums(found, wanted);
    }
    if (wanted != null) {
      found.and(wanted);
    }
    return found;
  }

  /// A term that does not suffice alone, in a window of a segment.
  ///
  /// @param gain of a word in any document, the most of a concept
  /// @param most of this and of all with a smaller gain
  private record Addend(
      PostingsEnum postings, float gain, float most, FixedBitSet docs, boolean isConcept) {}

  /// The documents of a window of a segment that hold terms.
  private final class Window {
    final List<Addend> addends;
    final FixedBitSet once;
    final FixedBitSet twice;
    final FixedBitSet few;

    /// By document, the sum of its concepts; empty without concepts.
    final float[] degrees;

    final DocAndFloatFeatureBuffer buffer = new DocAndFloatFeatureBuffer();

    /// @param addends in ascending order of gain
    Window(List<Addend> addends, int size) {
      this.addends = addends;
      once = new FixedBitSet(size);
      twice = new FixedBitSet(size);
      few = new FixedBitSet(size);
      degrees = new float[addends.stream().anyMatch(Addend::isConcept) ? size : 0];
    }

    /// @param alone takes the documents that match a concept well enough
    void read(int from, int to, FixedBitSet alone) throws IOException {
      once.clear();
      twice.clear();
      few.clear();
      Arrays.fill(degrees, 0);
      for (Addend each : addends) {
        read(each, from, to, alone);
        long[] docs = each.docs.getBits();
        for (int i = 0; i < docs.length; i++) {
          twice.getBits()[i] |= once.getBits()[i] & docs[i];
        }
        once.or(each.docs);
        if (each.most < minimum) {
          few.or(each.docs);
        } else {
          few.andNot(each.docs);
        }
      }
      twice.andNot(few);
    }

    private void read(Addend addend, int from, int to, FixedBitSet alone) throws IOException {
      FixedBitSet docs = addend.docs;
      docs.clear();
      if (addend.postings.docID() < to && !addend.isConcept) {
        addend.postings.intoBitSet(to, docs, from);
      }
      while (addend.postings.docID() < to && addend.isConcept) {
        addend.postings.nextPostings(to, buffer);
        for (int i = 0; i < buffer.size; i++) {
          float degree = addend.gain * Math.min(1, buffer.features[i] / ConceptFields.WHOLE);
          docs.set(buffer.docs[i] - from);
          degrees[buffer.docs[i] - from] += degree;
          if (degree >= minimum) {
            alone.set(buffer.docs[i]);
          }
        }
      }
    }

    boolean isEnough(int doc) {
      float sum = degrees.length == 0 ? 0 : degrees[doc];
      for (int i = addends.size() - 1; i >= 0 && sum < minimum; i--) {
        Addend each = addends.get(i);
        if (sum + each.most < minimum) {
          return false;
        }
        sum += !each.isConcept && each.docs.get(doc) ? each.gain : 0;
      }
      return sum >= minimum;
    }
  }

  /// Adds the documents in which terms that do not suffice alone add up to the minimum: at least
  /// two of them, or one concept to a high degree. Those already found are not summed, nor those
  /// that only have terms whose whole sum stays below the minimum (Turtle and Flood 1995).
  private void addSums(DocSet found, @Nullable DocSet wanted) throws IOException {
    for (LeafReaderContext leaf : found.leaves()) {
      FixedBitSet docs = found.bits()[leaf.ord];
      int size = Math.min(WINDOW, docs.length());
      List<Addend> addends = addends(leaf, size);
      if (addends.isEmpty() || addends.getLast().most < minimum) {
        continue;
      }
      Window window = new Window(addends, size);
      for (int from = 0; from < docs.length(); from += size) {
        deadline.check();
        window.read(from, Math.min(docs.length(), from + size), docs);
        FixedBitSet some = window.twice;
        narrow(some, from, docs, wanted == null ? null : wanted.bits()[leaf.ord]);
        for (int doc = DocSet.next(some, 0); doc < size; doc = DocSet.next(some, doc + 1)) {
          if (window.isEnough(doc)) {
            docs.set(from + doc);
          }
        }
      }
    }
  }

  /// Leaves those of a window that are of use and not yet found.
  private static void narrow(
      FixedBitSet window, int from, FixedBitSet found, @Nullable FixedBitSet wanted) {
    long[] bits = window.getBits();
    int first = from / Long.SIZE;
    for (int i = 0; i < Math.min(bits.length, found.getBits().length - first); i++) {
      bits[i] &= ~found.getBits()[first + i];
      bits[i] &= wanted == null ? bits[i] : wanted.getBits()[first + i];
    }
  }

  /// In ascending order of gain.
  private List<Addend> addends(LeafReaderContext leaf, int size) throws IOException {
    List<Map.Entry<Clause, Float>> ordered = new ArrayList<>(summed.entrySet());
    ordered.sort(Map.Entry.comparingByValue());
    List<Addend> addends = new ArrayList<>();
    float sum = 0;
    for (Map.Entry<Clause, Float> each : ordered) {
      boolean isConcept = each.getKey() instanceof Clause.Concept;
      int read = isConcept ? PostingsEnum.FREQS : PostingsEnum.NONE;
      PostingsEnum postings = searcher.postings(ClauseRenderer.term(each.getKey()), leaf, read);
      if (postings != null) {
        postings.nextDoc();
        sum += each.getValue();
        addends.add(new Addend(postings, each.getValue(), sum, new FixedBitSet(size), isConcept));
      }
    }
    return addends;
  }
}
