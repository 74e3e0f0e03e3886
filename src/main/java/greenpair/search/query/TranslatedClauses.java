package greenpair.search.query;

import greenpair.index.contract.Clause;
import greenpair.index.contract.TranslatedWord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/// Words by their renderings in the other language, with scores in [0, 1]: the sum over words of
/// rarity x the best rendering, divided by the sum of rarities. A rendering of several terms counts
/// by their mean.
///
/// @param most words that are looked for, the rarest first
/// @param terms of all their renderings at most
/// @param least number of required words, each by any of its renderings
record TranslatedClauses(String field, int most, int terms, int least) {
  Clause of(List<TranslatedWord> words) {
    double sum = words.stream().mapToDouble(TranslatedClauses::mass).sum();
    List<TranslatedWord> rarest =
        words.stream()
            .filter(TranslatedWord::occurs)
            .sorted(Comparator.comparingDouble(TranslatedClauses::mass).reversed())
            .limit(most)
            .toList();
    List<Clause> any = new ArrayList<>();
    int left = terms;
    for (TranslatedWord word : rarest) {
      left -= word.renderings().stream().mapToInt(each -> each.terms().size()).sum();
      if (left < 0) {
        break;
      }
      clauses(word).forEach(each -> any.add(each.times(mass(word) / sum)));
    }
    return new Clause.Sum(any, least);
  }

  /// A word whose renderings all have several terms counts as two words, the first term and the
  /// rest, because it rarely occurs by chance: 显微镜, a microscope. Its scores stay the same.
  private List<Clause> clauses(TranslatedWord word) {
    if (least == 1 || word.renderings().stream().anyMatch(each -> each.terms().size() == 1)) {
      return List.of(word(word, TranslatedWord.Translation::terms));
    }
    return List.of(
        word(word, each -> each.terms().subList(0, 1)),
        word(word, each -> each.terms().subList(1, each.terms().size())));
  }

  private static double mass(TranslatedWord word) {
    return word.weight() * word.idf();
  }

  /// @param part the terms of a rendering that are looked for
  private Clause word(
      TranslatedWord word, Function<TranslatedWord.Translation, List<String>> part) {
    List<Clause> any = new ArrayList<>();
    for (TranslatedWord.Translation each : word.renderings()) {
      List<Clause> terms =
          part.apply(each).stream().<Clause>map(term -> new Clause.Word(field, term)).toList();
      Clause all = terms.size() == 1 ? terms.getFirst() : new Clause.Sum(terms, 1);
      any.add(all.times(each.weight() / each.terms().size()));
    }
    return Clause.Best.of(any);
  }
}
