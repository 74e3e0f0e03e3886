package greenpair.search.query;

import module java.base;

import greenpair.index.contract.Clause;
import greenpair.index.contract.TranslatedWord;

/// Words by their renderings in the other language, with scores in [0, 1]: the sum over words of
/// rarity x the best rendering, divided by the sum of rarities. A rendering of several terms counts
/// by their mean.
///
/// @param most words that are looked for, the rarest first
/// @param terms of all their renderings at most
record TranslatedClauses(String field, int most, int terms) {
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
      any.add(word(word).times(mass(word) / sum));
    }
    return new Clause.Sum(any);
  }

  private static double mass(TranslatedWord word) {
    return word.weight() * word.idf();
  }

  private Clause word(TranslatedWord word) {
    List<Clause> any = new ArrayList<>();
    for (TranslatedWord.Translation each : word.renderings()) {
      List<Clause> terms =
          each.terms().stream().<Clause>map(term -> new Clause.Word(field, term)).toList();
      Clause all = terms.size() == 1 ? terms.getFirst() : new Clause.Sum(terms);
      any.add(all.times(each.weight() / each.terms().size()));
    }
    return Clause.Best.of(any);
  }
}
