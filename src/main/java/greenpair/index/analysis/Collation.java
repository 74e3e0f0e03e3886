package greenpair.index.analysis;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.RawCollationKey;
import com.ibm.icu.util.ULocale;
import greenpair.catalog.Language;

/// The usual alphabetical order of names in a language; Chinese by pinyin.
public final class Collation {
  /// Frozen collators are thread-safe.
  private static final Collator ENGLISH = Collator.getInstance(ULocale.ENGLISH).freeze();

  private static final Collator CHINESE = Collator.getInstance(ULocale.CHINA).freeze();

  private Collation() {}

  public static byte[] key(String name, Language language) {
    Collator collator =
        switch (language) {
          case EN -> ENGLISH;
          case ZH -> CHINESE;
        };
    RawCollationKey key = collator.getRawCollationKey(name, null);
    return java.util.Arrays.copyOf(key.bytes, key.size);
  }
}
