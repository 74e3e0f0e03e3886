package greenpair.index.read;

import greenpair.index.query.Rendered;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
/// @param field in which they are looked for
/// @param most words that are looked for, the rarest first
/// @param terms of all their renderings at most
/// @param least number of required words, each by any of its renderings
record RenderedWords(LiveSearcher searcher, String field, int most, int terms, int least) {
  Query query(List<Rendered> words) {
    double sum = words.stream().mapToDouble(RenderedWords::mass).sum();
    List<Rendered> rarest =
        words.stream()
            .filter(Rendered::occurs)
            .sorted(Comparator.comparingDouble(RenderedWords::mass).reversed())
            .limit(most)
            .toList();
    BooleanQuery.Builder any = new BooleanQuery.Builder().setMinimumNumberShouldMatch(least);
    int left = terms;
    for (Rendered word : rarest) {
      left -= word.renderings().stream().mapToInt(each -> each.terms().size()).sum();
      if (left < 0) {
        break;
      }
      any.add(new BoostQuery(word(word), (float) (mass(word) / sum)), BooleanClause.Occur.SHOULD);
    }
    return any.build();
  }

  private static double mass(Rendered word) {
    return word.weight() * word.idf();
  }

  private Query word(Rendered word) {
    List<Query> any = new ArrayList<>();
    for (Rendered.Rendering each : word.renderings()) {
      any.add(new BoostQuery(rendering(each), (float) each.weight()));
    }
    return any.size() == 1 ? any.getFirst() : new DisjunctionMaxQuery(any, 0);
  }

  private Query rendering(Rendered.Rendering rendering) {
    List<String> terms = rendering.terms();
    if (terms.size() == 1) {
      return searcher.query(new Term(field, terms.getFirst()));
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (String term : terms) {
      Query one = searcher.query(new Term(field, term));
      all.add(new BoostQuery(one, 1f / terms.size()), BooleanClause.Occur.SHOULD);
    }
    return all.build();
  }
}
