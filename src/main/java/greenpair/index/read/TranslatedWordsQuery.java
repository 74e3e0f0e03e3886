package greenpair.index.read;

import greenpair.index.contract.TranslatedWord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;

/// A query of words by their renderings in the other language, with scores in [0, 1]: the sum over
/// words of rarity x the best rendering, divided by the sum of rarities. A rendering of several
/// terms counts by their mean.
///
/// @param most words that are looked for, the rarest first
/// @param terms of all their renderings at most
/// @param least number of required words, each by any of its renderings
record TranslatedWordsQuery(LiveSearcher searcher, String field, int most, int terms, int least) {
  Query query(List<TranslatedWord> words) {
    double sum = words.stream().mapToDouble(TranslatedWordsQuery::mass).sum();
    List<TranslatedWord> rarest =
        words.stream()
            .filter(TranslatedWord::occurs)
            .sorted(Comparator.comparingDouble(TranslatedWordsQuery::mass).reversed())
            .limit(most)
            .toList();
    BooleanQuery.Builder any = new BooleanQuery.Builder().setMinimumNumberShouldMatch(least);
    int left = terms;
    for (TranslatedWord word : rarest) {
      left -= word.renderings().stream().mapToInt(each -> each.terms().size()).sum();
      if (left < 0) {
        break;
      }
      for (Query each : clauses(word)) {
        any.add(new BoostQuery(each, (float) (mass(word) / sum)), BooleanClause.Occur.SHOULD);
      }
    }
    return any.build();
  }

  /// A word whose renderings all have several terms counts as two words, the first term and the
  /// rest, because it rarely occurs by chance: 显微镜, a microscope. Its scores stay the same.
  private List<Query> clauses(TranslatedWord word) {
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
  private Query word(TranslatedWord word, Function<TranslatedWord.Translation, List<String>> part) {
    List<Query> any = new ArrayList<>();
    for (TranslatedWord.Translation each : word.renderings()) {
      Query terms = terms(part.apply(each), 1f / each.terms().size());
      any.add(new BoostQuery(terms, (float) each.weight()));
    }
    return any.size() == 1 ? any.getFirst() : new DisjunctionMaxQuery(any, 0);
  }

  private Query terms(List<String> terms, float weight) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (String term : terms) {
      Query one = searcher.query(new Term(field, term));
      if (terms.size() == 1) {
        return weight == 1 ? one : new BoostQuery(one, weight);
      }
      all.add(new BoostQuery(one, weight), BooleanClause.Occur.SHOULD);
    }
    return all.build();
  }
}
