package greenpair.index.read;

import module java.base;

import greenpair.index.contract.Facet;
import greenpair.index.contract.IndexFields;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/// Facets of one kind. The documents of each value are in the heap, as a set or a list, whichever
/// is read faster; they are read when they are first needed. A value is counted by intersection, so
/// the cost depends on the values and not on the number of hits: Lucene's facets read about twenty
/// ordinals of each hit instead (docs/decisions/0022). Counts are exact. Thread-safe.
final class KindFacets {
  /// A list is read as fast as a set if one document in this many is in it.
  private static final int FEW = 128;

  /// Words of sets that the processor intersects at a time.
  private static final int AT_A_TIME = 4;

  private final DirectoryReader reader;
  private volatile @Nullable List<Map<Facet, List<Value>>> segments;

  KindFacets(DirectoryReader reader) {
    this.reader = reader;
  }

  /// The documents of a segment with a value.
  ///
  /// @param isCounted false for regions, which narrow hits as countries do and are not counted
  ///     beside them
  /// @param set null if they are listed
  @SuppressWarnings("ArrayRecordComponent") // Read only here, never compared.
  private record Value(String value, boolean isCounted, @Nullable FixedBitSet set, int[] list) {
    static Value read(String value, boolean isCounted, PostingsEnum postings, int count, int size)
        throws IOException {
      if ((long) count * FEW >= size) {
        FixedBitSet set = new FixedBitSet(size);
        set.or(postings);
        return new Value(value, isCounted, set, new int[0]);
      }
      int[] list = new int[count];
      for (int i = 0; i < count; i++) {
        list[i] = postings.nextDoc();
      }
      return new Value(value, isCounted, null, list);
    }

    /// @param words of the documents that are not empty; null if most are
    int common(FixedBitSet docs, int @Nullable [] words) {
      int common = 0;
      if (set != null) {
        if (words == null) {
          return (int) FixedBitSet.intersectionCount(set, docs);
        }
        for (int word : words) {
          common += Long.bitCount(set.getBits()[word] & docs.getBits()[word]);
        }
      }
      for (int doc : list) {
        common += docs.get(doc) ? 1 : 0;
      }
      return common;
    }

    void addTo(FixedBitSet docs) {
      if (set != null) {
        docs.or(set);
      }
      for (int doc : list) {
        docs.set(doc);
      }
    }

    boolean has(int doc) {
      return set == null ? Arrays.binarySearch(list, doc) >= 0 : set.get(doc);
    }
  }

  private List<Map<Facet, List<Value>>> segments() throws IOException {
    List<Map<Facet, List<Value>>> known = segments;
    return known == null ? read() : known;
  }

  private synchronized List<Map<Facet, List<Value>>> read() throws IOException {
    List<Map<Facet, List<Value>>> known = segments;
    if (known != null) {
      return known;
    }
    List<Map<Facet, List<Value>>> read = new ArrayList<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      read.add(read(leaf));
    }
    segments = read;
    return read;
  }

  private static Map<Facet, List<Value>> read(LeafReaderContext leaf) throws IOException {
    Map<Facet, List<Value>> values = new EnumMap<>(Facet.class);
    Terms terms = leaf.reader().terms(IndexFields.FACET);
    TermsEnum at = terms == null ? TermsEnum.EMPTY : terms.iterator();
    PostingsEnum postings = null;
    for (BytesRef term = at.next(); term != null; term = at.next()) {
      String text = term.utf8ToString();
      int blank = text.indexOf(' ');
      Facet facet = Facet.of(text.substring(0, blank)).orElse(null);
      if (facet != null) {
        postings = at.postings(postings, PostingsEnum.NONE);
        String value = text.substring(blank + 1);
        boolean isCounted = facet != Facet.COUNTRY || value.indexOf('-') < 0;
        values
            .computeIfAbsent(facet, key -> new ArrayList<>())
            .add(Value.read(value, isCounted, postings, at.docFreq(), leaf.reader().maxDoc()));
      }
    }
    return values;
  }

  /// Hits before and after the filters.
  ///
  /// @param chosen for each filtered facet, the documents with a selected value
  record Narrowed(DocSet found, Map<Facet, DocSet> chosen, DocSet docs) {
    long total() {
      return docs.size();
    }

    /// The hits without the filter of one facet.
    DocSet without(Facet facet) {
      DocSet left = found.copy();
      chosen.forEach(
          (each, docs) -> {
            if (each != facet) {
              left.and(docs);
            }
          });
      return left;
    }
  }

  Narrowed narrow(DocSet found, Map<Facet, DocSet> chosen) {
    DocSet docs = chosen.isEmpty() ? found : found.copy();
    chosen.values().forEach(docs::and);
    return new Narrowed(found, chosen, docs);
  }

  /// For each filtered facet, the documents with a selected value.
  Map<Facet, DocSet> chosen(Map<Facet, Set<String>> selected) throws IOException {
    Map<Facet, DocSet> chosen = new EnumMap<>(Facet.class);
    for (Map.Entry<Facet, Set<String>> each : selected.entrySet()) {
      chosen.put(each.getKey(), docs(reader.leaves(), each.getKey(), each.getValue()));
    }
    return chosen;
  }

  /// The documents that at most one facet filters out, which are all that are counted; null for
  /// all.
  static @Nullable DocSet counted(Map<Facet, DocSet> chosen) {
    DocSet counted = null;
    for (Facet left : chosen.size() < 2 ? Set.<Facet>of() : chosen.keySet()) {
      DocSet others = null;
      for (Map.Entry<Facet, DocSet> each : chosen.entrySet()) {
        if (each.getKey() != left && others == null) {
          others = each.getValue().copy();
        } else if (each.getKey() != left && others != null) {
          others.and(each.getValue());
        }
      }
      if (counted == null) {
        counted = others;
      } else if (others != null) {
        counted.or(others);
      }
    }
    return counted;
  }

  private DocSet docs(List<LeafReaderContext> leaves, Facet facet, Set<String> wanted)
      throws IOException {
    FixedBitSet[] bits = new FixedBitSet[leaves.size()];
    for (LeafReaderContext leaf : leaves) {
      bits[leaf.ord] = new FixedBitSet(leaf.reader().maxDoc());
      for (Value each : segments().get(leaf.ord).getOrDefault(facet, List.of())) {
        if (wanted.contains(each.value)) {
          each.addTo(bits[leaf.ord]);
        }
      }
    }
    return new DocSet(leaves, bits);
  }

  /// The number of filtered matches with each value. A match that only one facet filters out is
  /// counted for that facet ("drill sideways"), so that users see the result of another selection.
  Map<Facet, Map<String, Integer>> count(Narrowed hits) throws IOException {
    Map<Facet, Map<String, Integer>> all = new EnumMap<>(Facet.class);
    for (Facet facet : Facet.values()) {
      DocSet docs = hits.chosen.containsKey(facet) ? hits.without(facet) : hits.docs;
      Map<String, Integer> counts = new HashMap<>();
      for (int segment = 0; segment < docs.bits().length; segment++) {
        int[] words = few(docs.bits()[segment]);
        for (Value each : segments().get(segment).getOrDefault(facet, List.of())) {
          int count = each.isCounted ? each.common(docs.bits()[segment], words) : 0;
          if (count > 0) {
            counts.merge(each.value, count, Integer::sum);
          }
        }
      }
      if (!counts.isEmpty()) {
        all.put(facet, counts);
      }
    }
    return all;
  }

  /// The words of a set that are not empty, if one in four is: all are read four at a time.
  private static int @Nullable [] few(FixedBitSet docs) {
    long[] bits = docs.getBits();
    int[] words = new int[bits.length];
    int count = 0;
    for (int word = 0; word < bits.length; word++) {
      words[count] = word;
      count += bits[word] == 0 ? 0 : 1;
    }
    return count * AT_A_TIME > bits.length ? null : Arrays.copyOf(words, count);
  }

  /// The first value of a facet that a document has; null for none.
  @Nullable String value(Facet facet, LeafReaderContext leaf, int doc) throws IOException {
    for (Value each : segments().get(leaf.ord).getOrDefault(facet, List.of())) {
      if (each.has(doc)) {
        return each.value;
      }
    }
    return null;
  }
}
