package greenpair.index.document;

import module java.base;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;
import org.jspecify.annotations.Nullable;

/// A field of terms that were counted when the document was made, so that the thread that writes
/// the index analyses nothing, and each term is inverted once, with its frequency.
public final class TermsField extends Field {
  /// With the length of the text, which BM25 needs.
  public static final FieldType WITH_LENGTH = type(false);

  /// Frequencies without a text length.
  public static final FieldType PLAIN = type(true);

  private static final int FEATURE_BITS = 15;

  private final Map<String, Integer> counts = new HashMap<>();

  public TermsField(String name, FieldType type) {
    super(name, type);
  }

  private static FieldType type(boolean omitsLength) {
    FieldType type = new FieldType();
    type.setTokenized(true);
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    type.setOmitNorms(omitsLength);
    type.freeze();
    return type;
  }

  /// Counts terms, each this many times.
  public void add(Collection<String> terms, int times) {
    terms.forEach(term -> counts.merge(term, times, Integer::sum));
  }

  /// Counts a term this many times, or as often as before if that is more.
  public void raise(String term, int times) {
    counts.merge(term, times, Math::max);
  }

  /// Adds features with their strengths, encoded as Lucene's `FeatureField` does it, so that its
  /// queries find them. One field for all of a document takes less time than one for each of some
  /// dozens.
  void addFeatures(Map<String, ? extends Number> strengths) {
    strengths.forEach((name, strength) -> counts.put(name, encoded(strength.floatValue())));
  }

  /// The upper bits of a float.
  private static int encoded(float strength) {
    return Float.floatToIntBits(strength) >> FEATURE_BITS;
  }

  boolean isEmpty() {
    return counts.isEmpty();
  }

  @Override
  public TokenStream tokenStream(Analyzer analyzer, @Nullable TokenStream reuse) {
    Counted stream = reuse instanceof Counted counted ? counted : new Counted();
    stream.terms = counts.entrySet().iterator();
    return stream;
  }

  private static final class Counted extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final TermFrequencyAttribute frequency = addAttribute(TermFrequencyAttribute.class);
    private Iterator<Map.Entry<String, Integer>> terms =
        Map.<String, Integer>of().entrySet().iterator();

    @Override
    public boolean incrementToken() {
      if (!terms.hasNext()) {
        return false;
      }
      clearAttributes();
      Map.Entry<String, Integer> next = terms.next();
      term.append(next.getKey());
      frequency.setTermFrequency(next.getValue());
      return true;
    }
  }
}
