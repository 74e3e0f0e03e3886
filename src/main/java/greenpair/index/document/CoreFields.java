package greenpair.index.document;

import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;

/// The fields of every document that ranking and reading need; those of search are in
/// [SearchFields], that of meaning in [VectorField].
public final class CoreFields {
  public static final String ID = "id";
  /// Features: a technology code, alone or with `@` and a place, and its strength.
  public static final String TECHNOLOGY = "technology";
  /// Words of names and texts, only in kinds that are ranked by them.
  public static final String NAME = "name";
  public static final String ENGLISH = "en";
  public static final String CHINESE = "zh";
  /// Binary doc value: id, traits, precedents.
  public static final String TRAITS = "traits";
  /// Binary doc value: the name, for lists that show only names.
  public static final String LABEL = "label";
  /// Stored: the entry as a line of the catalog format.
  public static final String RECORD = "record";
  public static final String CITY = "city";

  /// Searched by words with frequencies; positions and the text itself are not needed.
  public static final FieldType WORDS = words();

  private CoreFields() {}

  private static FieldType words() {
    FieldType type = new FieldType();
    type.setTokenized(true);
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    type.freeze();
    return type;
  }
}
