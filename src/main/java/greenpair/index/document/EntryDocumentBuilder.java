package greenpair.index.document;

import greenpair.catalog.City;
import greenpair.catalog.Deployment;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.Need;
import greenpair.catalog.Programme;
import greenpair.catalog.Solution;
import greenpair.index.codec.RecordCodec;
import greenpair.index.contract.IndexFields;
import greenpair.index.contract.NamedEntry;
import java.util.Map;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;

/// Makes the Lucene document of an entry.
public final class EntryDocumentBuilder {
  /// Searched by words with frequencies; positions and the text itself are not needed.
  public static final FieldType WORDS = words();

  private static final RecordCodec.Form LABEL = RecordCodec.plain(NamedEntry.class);

  private EntryDocumentBuilder() {}

  private static FieldType words() {
    FieldType type = new FieldType();
    type.setTokenized(true);
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    type.freeze();
    return type;
  }

  static Document of(Entry entry, byte[] record, BytesRef traits, CandidateFeatures features) {
    Document document = new Document();
    document.add(new StringField(IndexFields.ID, entry.id().value(), Field.Store.NO));
    document.add(new StoredField(IndexFields.RECORD, record));
    document.add(new BinaryDocValuesField(IndexFields.TRAITS, traits));
    document.add(
        new BinaryDocValuesField(
            IndexFields.LABEL, label(new NamedEntry(entry.id(), entry.name()))));
    if (Kind.RANKED.contains(entry.kind())) {
      words(document, IndexFields.NAME, String.join("\n", EntryText.names(entry)));
      words(document, IndexFields.ENGLISH, EntryText.body(entry, Language.EN));
      words(document, IndexFields.CHINESE, EntryText.body(entry, Language.ZH));
    }
    features(document, IndexFields.TECHNOLOGY, features.strengths());
    switch (entry) {
      case Need need -> belongsTo(document, need.city());
      case Deployment deployment -> belongsTo(document, deployment.city());
      case City _, Entry.OfPartner _, Solution _, Programme _ -> {}
    }
    return document;
  }

  /// The id and the name in the column [IndexFields#LABEL].
  public static NamedEntry named(BytesRef label) {
    return (NamedEntry) LABEL.of(label);
  }

  public static BytesRef label(NamedEntry named) {
    return LABEL.bytes(named);
  }

  private static void words(Document document, String field, String text) {
    if (!text.isBlank()) {
      document.add(new Field(field, text, WORDS));
    }
  }

  static void features(Document document, String field, Map<String, ? extends Number> strengths) {
    if (!strengths.isEmpty()) {
      TermsField features = new TermsField(field, TermsField.PLAIN);
      features.addFeatures(strengths);
      document.add(features);
    }
  }

  private static void belongsTo(Document document, EntryId city) {
    document.add(new StringField(IndexFields.CITY, city.value(), Field.Store.NO));
  }
}
