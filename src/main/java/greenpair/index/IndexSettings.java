package greenpair.index;

import greenpair.catalog.Settings;
import java.util.Set;
import java.util.TreeSet;

/// `index-config/analysis.yaml`: how texts become terms and concepts.
///
/// @param caseKept short forms that name a concept only in capitals
public record IndexSettings(
    Set<String> englishStopWords, Set<String> chineseStopWords, Set<String> caseKept) {
  public static final String FILE = "analysis.yaml";

  public IndexSettings {
    englishStopWords = Set.copyOf(englishStopWords);
    chineseStopWords = Set.copyOf(chineseStopWords);
    caseKept = Set.copyOf(caseKept);
  }

  public static IndexSettings read(Settings settings) {
    IndexSettings read =
        new IndexSettings(
            new TreeSet<>(settings.texts("stop_words_en")),
            new TreeSet<>(settings.texts("stop_words_zh")),
            new TreeSet<>(settings.texts("case_kept")));
    settings.finish();
    return read;
  }

  /// For tests and tools that need no configuration folder.
  public static IndexSettings none() {
    return new IndexSettings(Set.of(), Set.of(), Set.of());
  }
}
