package greenpair.index.analysis;

import greenpair.config.Settings;
import greenpair.language.TermRules;
import java.util.Set;
import java.util.TreeSet;

/// `index-config/analysis.yaml`: how texts become terms and concepts, and how strongly an entry
/// holds them.
///
/// @param terms when a term does not mean what it spells
/// @param simplified Chinese of all regions in one spelling
/// @param strengths how much words and concepts count by where they stand
public record IndexSettings(
    Set<String> englishStopWords,
    Set<String> chineseStopWords,
    TermRules terms,
    Simplified simplified,
    Strengths strengths) {
  public static final String FILE = "analysis.yaml";

  public IndexSettings {
    englishStopWords = Set.copyOf(englishStopWords);
    chineseStopWords = Set.copyOf(chineseStopWords);
  }

  /// Reads the settings; the short forms come from the glossary.
  ///
  /// @param caseKept short forms that count in capitals only
  /// @param beside short forms that count near another term only
  public static IndexSettings read(Settings settings, Set<String> caseKept, Set<String> beside) {
    Simplified simplified = Simplified.read(settings.child("regional_words_zh"));
    IndexSettings read =
        new IndexSettings(
            new TreeSet<>(settings.texts("stop_words_en")),
            new TreeSet<>(settings.texts("stop_words_zh")),
            new TermRules(
                caseKept,
                beside,
                settings.texts("negations"),
                settings.texts("not_negations"),
                simplified::of),
            simplified,
            Strengths.read(settings));
    settings.finish();
    return read;
  }

  /// For tests and tools that need no configuration folder.
  public static IndexSettings none() {
    return new IndexSettings(
        Set.of(), Set.of(), TermRules.ofCase(Set.of()), Simplified.none(), Strengths.plain());
  }
}
