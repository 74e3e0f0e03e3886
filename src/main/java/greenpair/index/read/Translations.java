package greenpair.index.read;

import module java.base;

import greenpair.catalog.Entry;
import greenpair.concept.QueryTranslator;
import greenpair.index.analysis.QueryWords;
import greenpair.index.contract.TranslatedWord;
import greenpair.index.document.EntryText;

/// Renderings of the words of a query in the other language: as terms of the index, and in the
/// texts of an entry.
final class Translations {
  private Translations() {}

  static List<TranslatedWord> read(
      String text, List<QueryTranslator.Source> sources, QueryWords analysis, Deadline deadline)
      throws IOException {
    List<TranslatedWord> words = new ArrayList<>(sources.size());
    for (QueryTranslator.Source source : sources) {
      deadline.check();
      List<TranslatedWord.Translation> renderings = new ArrayList<>();
      for (QueryTranslator.Saying each : source.sayings()) {
        List<String> terms = analysis.terms(each.written());
        if (!terms.isEmpty()) {
          renderings.add(
              new TranslatedWord.Translation(each.written(), terms, each.weight(), each.isOther()));
        }
      }
      String written = text.substring(source.start(), source.end());
      if (!renderings.isEmpty()) {
        words.add(new TranslatedWord(written, source.start(), source.end(), 1, 0, renderings));
      }
    }
    return words;
  }

  /// Those that occur, as adjacent words, in an entry described in one language only; rarest first.
  static List<TranslatedWord> said(Entry entry, List<TranslatedWord> words, QueryWords analysis)
      throws IOException {
    if (words.isEmpty() || EntryText.only(entry).isEmpty()) {
      return List.of();
    }
    QueryWords.Said all = analysis.said(EntryText.all(entry));
    List<TranslatedWord> said = new ArrayList<>();
    for (TranslatedWord word : words) {
      List<TranslatedWord.Translation> there = new ArrayList<>();
      for (TranslatedWord.Translation each : word.renderings()) {
        if (each.isOther() && all.has(each.terms()) && all.has(each.written())) {
          there.add(each);
        }
      }
      if (!there.isEmpty()) {
        said.add(word.by(there));
      }
    }
    said.sort(Comparator.comparingDouble((TranslatedWord word) -> -word.weight() * word.idf()));
    return said;
  }
}
