package greenpair.index;

import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;

/// Names and types of the fields of a document.
final class Fields {
  static final String ID = "id";
  /// Features: a technology code, alone or with a place behind an `@`, and how much stands behind
  /// it.
  static final String TECHNOLOGY = "technology";
  static final String NAME = "name";
  static final String ENGLISH = "en";
  static final String CHINESE = "zh";
  /// Binary doc value: id, traits, precedents.
  static final String TRAITS = "traits";
  /// Binary doc value: the name, for lists that show nothing else of an entry.
  static final String LABEL = "label";
  /// Stored: the entry as a line of the catalog format.
  static final String RECORD = "record";
  static final String CITY = "city";

  /// Searched by words with frequencies; positions and the text itself are not needed.
  static final FieldType WORDS = words();

  private Fields() {}

  private static FieldType words() {
    FieldType type = new FieldType();
    type.setTokenized(true);
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    type.freeze();
    return type;
  }
}
