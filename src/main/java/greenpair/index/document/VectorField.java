package greenpair.index.document;

import module java.base;

import greenpair.catalog.Entry;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.index.analysis.IndexSettings;
import greenpair.index.contract.IndexFields;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.util.BytesRef;

/// The direction of an entry's texts, see [greenpair.concept.WordVectors]: one signed byte for
/// each dimension, so that the greatest is 127 or -127. Only the proportions count. The byte before
/// them contains one bit for each language in which the entry is described; all bits if it has no
/// description.
public final class VectorField {
  private static final float GREATEST = 127;

  private VectorField() {}

  /// Adds the column if a word of the entry is known. Entries with only a name have none, because a
  /// name may mean anything, and cities are searched by name.
  static void add(
      Document document, Entry entry, List<String> names, String labels, IndexSettings settings) {
    if (entry.kind() == Kind.CITY || (labels.isEmpty() && entry.profile().description() == null)) {
      return;
    }
    StringBuilder text = new StringBuilder(String.join("\n", names)).append('\n');
    text.append(labels).append('\n');
    for (Language language : Language.values()) {
      text.append(EntryText.body(entry, language));
    }
    settings
        .direction(text.toString())
        .ifPresent(
            direction ->
                document.add(
                    new BinaryDocValuesField(
                        IndexFields.MEANING, pack(direction, described(entry)))));
  }

  private static Set<Language> described(Entry entry) {
    return EntryText.only(entry)
        .<Set<Language>>map(EnumSet::of)
        .orElseGet(() -> EnumSet.allOf(Language.class));
  }

  private static byte bit(Language language) {
    return switch (language) {
      case EN -> 1;
      case ZH -> 2;
    };
  }

  public static BytesRef pack(float[] direction, Set<Language> languages) {
    float greatest = 0;
    for (float each : direction) {
      greatest = Math.max(greatest, Math.abs(each));
    }
    byte[] packed = new byte[length(direction.length)];
    for (Language language : languages) {
      packed[0] |= bit(language);
    }
    for (int i = 0; i < direction.length; i++) {
      packed[1 + i] = (byte) Math.round(direction[i] / greatest * GREATEST);
    }
    return new BytesRef(packed);
  }

  /// How many bytes a packed direction takes.
  public static int length(int dimensions) {
    return 1 + dimensions;
  }

  /// How many dimensions a packed direction has.
  public static int dimensions(BytesRef packed) {
    return packed.length - 1;
  }

  public static boolean isPositive(BytesRef packed, int dimension) {
    return packed.bytes[packed.offset + 1 + dimension] > 0;
  }

  /// Whether the entry is described in a language, or in none.
  public static boolean isIn(Language language, BytesRef packed) {
    return (packed.bytes[packed.offset] & bit(language)) != 0;
  }

  /// The cosine between a direction of length 1 and a packed one.
  public static double cosine(float[] direction, BytesRef packed) {
    float sum = 0;
    int square = 0;
    for (int i = 0; i < direction.length; i++) {
      int each = packed.bytes[packed.offset + 1 + i];
      sum += direction[i] * each;
      square += each * each;
    }
    return square == 0 ? 0 : sum / Math.sqrt(square);
  }
}
