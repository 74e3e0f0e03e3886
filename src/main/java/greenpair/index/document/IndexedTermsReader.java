package greenpair.index.document;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// What the first stage searches and returns of each document of a segment, read back from the
/// postings, so that another engine can index exactly the same. Documents are asked for in
/// ascending order. For use by one thread.
public final class IndexedTermsReader {
  /// Number of documents whose fields are in memory.
  private static final int WINDOW = 1 << 14;

  private final LeafReader leaf;
  private final @Nullable BinaryDocValues traits;
  private int from;
  private IndexedTerms[] window = new IndexedTerms[0];

  public IndexedTermsReader(LeafReader leaf) throws IOException {
    this.leaf = leaf;
    this.traits = leaf.getBinaryDocValues(CoreFields.TRAITS);
  }

  /// The fields of a live document.
  public IndexedTerms at(int doc) throws IOException {
    if (doc >= from + window.length) {
      from = doc;
      read(Math.min(leaf.maxDoc(), doc + WINDOW));
    }
    IndexedTerms ranked = window[doc - from];
    if (traits == null || !traits.advanceExact(doc)) {
      throw new IllegalStateException("document " + doc + " has no traits");
    }
    BytesRef packed = traits.binaryValue();
    byte[] copy = Arrays.copyOfRange(packed.bytes, packed.offset, packed.offset + packed.length);
    return new IndexedTerms(ranked.words(), ranked.features(), copy);
  }

  private void read(int end) throws IOException {
    window = new IndexedTerms[end - from];
    Arrays.setAll(
        window, i -> new IndexedTerms(new LinkedHashMap<>(), new HashMap<>(), new byte[0]));
    for (String field : FirstStageQuery.FIELDS.keySet()) {
      each(field, end, (ranked, term, times) -> ranked.add(field, term, times));
    }
    each(
        CoreFields.TECHNOLOGY,
        end,
        (ranked, feature, times) -> ranked.features().put(feature, TermsField.strength(times)));
  }

  private interface Sink {
    void take(IndexedTerms ranked, String term, int times);
  }

  private void each(String field, int end, Sink sink) throws IOException {
    Terms terms = leaf.terms(field);
    if (terms == null) {
      return;
    }
    TermsEnum at = terms.iterator();
    PostingsEnum postings = null;
    for (BytesRef term = at.next(); term != null; term = at.next()) {
      postings = at.postings(postings, PostingsEnum.FREQS);
      int doc = postings.advance(from);
      String text = doc < end ? term.utf8ToString() : "";
      for (; doc < end; doc = postings.nextDoc()) {
        sink.take(window[doc - from], text, postings.freq());
      }
    }
  }
}
