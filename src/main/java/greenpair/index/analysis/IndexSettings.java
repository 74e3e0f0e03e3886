package greenpair.index.analysis;

import module java.base;

import greenpair.concept.TermRules;
import greenpair.concept.WordVectors;
import greenpair.config.Settings;
import greenpair.text.Simplified;
import org.jspecify.annotations.Nullable;

/// `index-config/analysis.yaml`: how texts become terms and concepts, and their weights in an
/// entry.
///
/// @param simplified conversion of Chinese of all regions to one spelling
/// @param vectors word vectors; null if there is no such file
public record IndexSettings(
    Set<String> englishStopWords,
    Set<String> chineseStopWords,
    TermRules terms,
    Simplified simplified,
    Strengths strengths,
    @Nullable WordVectors vectors) {
  public static final String FILE = "analysis.yaml";

  public IndexSettings {
    englishStopWords = Set.copyOf(englishStopWords);
    chineseStopWords = Set.copyOf(chineseStopWords);
  }

  /// Reads the settings; the short forms come from the glossary.
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
            Strengths.read(settings),
            null);
    settings.finish();
    return read;
  }

  /// For tests and tools that need no configuration folder.
  public static IndexSettings none() {
    return new IndexSettings(
        Set.of(), Set.of(), TermRules.ofCase(Set.of()), Simplified.none(), Strengths.plain(), null);
  }

  /// The same with word vectors.
  public IndexSettings with(@Nullable WordVectors known) {
    return new IndexSettings(
        englishStopWords, chineseStopWords, terms, simplified, strengths, known);
  }

  /// Whether English has a word, in lower case, as far as is known.
  public boolean isEnglish(String word) {
    return englishStopWords.contains(word)
        || Stems.isEnglish(word)
        || (vectors != null && vectors.knows(word));
  }

  /// The vector of a text, normalised to length 1; empty if no word of it is known.
  public Optional<float[]> direction(String text) {
    return vectors == null ? Optional.empty() : vectors.of(simplified.of(text));
  }
}
