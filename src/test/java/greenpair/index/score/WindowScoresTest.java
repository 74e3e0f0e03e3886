package greenpair.index.score;

import static org.junit.jupiter.api.Assertions.assertEquals;

import greenpair.Seeded;
import greenpair.index.analysis.IndexSettings;
import greenpair.index.build.KindWriter;
import greenpair.index.document.SearchFields;
import greenpair.index.document.TermsField;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollector;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.FixedBitSet;

/// Hits are ranked as a search ranks them, whatever their share of the documents.
class WindowScoresTest {
  private static final int WORDS = 12;
  private static final int FIRST = 10;

  /// So many documents have one word more, which is in no later window and not in every segment.
  private static final int WITH_RARE = 300;

  private static Document document(int id, Random random) {
    Document document = new Document();
    TermsField words = new TermsField(SearchFields.WORDS, TermsField.WITH_LENGTH);
    for (int i = 1 + random.nextInt(6); i > 0; i--) {
      words.add(List.of("w" + random.nextInt(WORDS)), 1 + random.nextInt(5));
    }
    if (id < WITH_RARE) {
      words.add(List.of("w" + WORDS), 1);
    }
    document.add(words);
    return document;
  }

  /// A word that documents have, a rare one, or one that none has.
  private static Query word(Random random) {
    return new TermQuery(new Term(SearchFields.WORDS, "w" + random.nextInt(WORDS + 2)));
  }

  /// A sum of words and maxima of words, two of which must be there.
  private static Query several(Random random) {
    BooleanQuery.Builder several = new BooleanQuery.Builder().setMinimumNumberShouldMatch(2);
    several.add(word(random), BooleanClause.Occur.SHOULD);
    several.add(new BoostQuery(word(random), 0.3f), BooleanClause.Occur.SHOULD);
    Query max = new DisjunctionMaxQuery(List.of(word(random), word(random)), 0);
    return several.add(new BoostQuery(max, 0.4f), BooleanClause.Occur.SHOULD).build();
  }

  /// Scores in [0, 1], as those of the parts of a search.
  private static final class Saturation extends BM25Similarity {
    @Override
    protected float idf(long docFreq, long docCount) {
      return 1;
    }
  }

  private static void same(ScoreDoc[] expected, ScoreDoc[] ranked) {
    assertEquals(expected.length, ranked.length);
    for (int i = 0; i < ranked.length; i++) {
      assertEquals(expected[i].doc, ranked[i].doc, "place " + i);
      assertEquals(expected[i].score, ranked[i].score, 1e-6, "place " + i);
    }
  }

  @Seeded(runs = 20)
  void hits_areTheFirstOfASearch_withTheSameScores(Random random) throws IOException {
    try (Directory directory = new ByteBuffersDirectory()) {
      try (IndexWriter writer =
          new IndexWriter(directory, KindWriter.config(IndexSettings.none()))) {
        for (int id = 0; id < 6_000; id++) {
          writer.addDocument(document(id, random));
          if (id == 5_000) {
            writer.flush();
          }
        }
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        IndexSearcher searcher = new IndexSearcher(reader);
        searcher.setSimilarity(new Saturation());
        Map<Query, Float> clauses = new LinkedHashMap<>();
        for (int i = 2 + random.nextInt(5); i > 0; i--) {
          clauses.merge(word(random), random.nextInt(1, 40) / 100f, Float::sum);
        }
        clauses.put(new DisjunctionMaxQuery(List.of(word(random), word(random)), 0.2f), 0.3f);
        List<Query> either = List.of(several(random), new BoostQuery(several(random), 0.5f));
        clauses.put(new DisjunctionMaxQuery(either, 0), 0.2f);
        BooleanQuery.Builder sum = new BooleanQuery.Builder();
        clauses.forEach(
            (query, weight) -> sum.add(new BoostQuery(query, weight), BooleanClause.Occur.SHOULD));
        FixedBitSet[] hits = new FixedBitSet[reader.leaves().size()];
        for (int segment = 0; segment < hits.length; segment++) {
          hits[segment] = new FixedBitSet(reader.leaves().get(segment).reader().maxDoc());
        }
        int share = random.nextBoolean() ? 1 : random.nextInt(1, 300);
        var found = new TopScoreDocCollectorManager(6_000, null, Integer.MAX_VALUE);
        for (ScoreDoc each : searcher.search(sum.build(), found).scoreDocs) {
          if (random.nextInt(share) == 0) {
            int segment = each.doc < reader.leaves().getLast().docBase ? 0 : hits.length - 1;
            hits[segment].set(each.doc - reader.leaves().get(segment).docBase);
          }
        }
        sum.add(new FoundQuery(hits), BooleanClause.Occur.FILTER).setMinimumNumberShouldMatch(1);
        ScoreDoc[] expected = searcher.search(sum.build(), FIRST).scoreDocs;
        TopScoreDocCollector all = new TopScoreDocCollectorManager(FIRST, null, 1).newCollector();
        new WindowScores(searcher, () -> {}, clauses).rank(hits, all);
        same(expected, all.topDocs().scoreDocs);
      }
    }
  }
}
