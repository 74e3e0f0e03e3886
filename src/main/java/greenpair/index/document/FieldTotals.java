package greenpair.index.document;

import greenpair.index.analysis.TextAnalyzers;
import greenpair.index.contract.IndexFields;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;

/// The number of live documents with each text field, and the number of words in it. Lucene also
/// counts replaced documents until their segment is merged, which would change the average length
/// of texts and thus every score compared with an index built from scratch. Therefore both totals
/// are stored with the commit.
public final class FieldTotals {
  private static final String KEY = "total.";
  private static final List<String> FIELDS =
      List.of(
          IndexFields.NAME,
          IndexFields.ENGLISH,
          IndexFields.CHINESE,
          IndexFields.TITLE,
          IndexFields.WORDS);

  private final Map<String, Total> totals = new TreeMap<>();

  public record Total(long docs, long words) {}

  private FieldTotals() {}

  /// Those of an open index.
  public static FieldTotals of(DirectoryReader reader) throws IOException {
    FieldTotals all = new FieldTotals();
    Map<String, String> data = reader.getIndexCommit().getUserData();
    for (String field : FIELDS) {
      String kept = data.get(KEY + field);
      all.totals.put(field, kept == null ? counted(reader, field) : parse(kept));
    }
    return all;
  }

  /// The totals as Lucene counts them, which are correct if no document was replaced.
  private static Total counted(DirectoryReader reader, String field) throws IOException {
    long docs = 0;
    long words = 0;
    for (LeafReaderContext leaf : reader.leaves()) {
      Terms terms = leaf.reader().terms(field);
      if (terms != null) {
        docs += terms.getDocCount();
        words += terms.getSumTotalTermFreq();
      }
    }
    return new Total(docs, words);
  }

  private static Total parse(String kept) {
    int blank = kept.indexOf(' ');
    return new Total(
        Long.parseLong(kept.substring(0, blank)), Long.parseLong(kept.substring(blank + 1)));
  }

  /// As pairs of strings for the commit.
  public Map<String, String> data() {
    Map<String, String> data = new HashMap<>();
    totals.forEach((field, total) -> data.put(KEY + field, total.docs + " " + total.words));
    return data;
  }

  public boolean has(String field) {
    return totals.containsKey(field);
  }

  public Total of(String field) {
    return totals.getOrDefault(field, new Total(0, 0));
  }

  /// Adds or subtracts a document.
  ///
  /// @param sign 1 or -1
  public void add(Document document, int sign, TextAnalyzers analysis) {
    for (String field : FIELDS) {
      long words = 0;
      for (IndexableField each : document.getFields(field)) {
        words +=
            each instanceof TermsField terms
                ? terms.count()
                : analysis.count(field, String.valueOf(each.stringValue()));
      }
      if (words > 0) {
        Total before = of(field);
        totals.put(field, new Total(before.docs + sign, before.words + sign * words));
      }
    }
  }
}
