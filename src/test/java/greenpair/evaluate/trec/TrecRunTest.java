package greenpair.evaluate.trec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import greenpair.config.Problems;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrecRunTest {
  private final Problems problems = new Problems();

  private TrecRun parse(String... lines) {
    return TrecRun.parse("bm25.run", List.of(lines), problems);
  }

  @Test
  void lines_inAnyOrder_areRankedByScoreWhateverTheRankSays() {
    TrecRun run =
        parse("t1 Q0 low 1 0.5 bm25", "t1 Q0 high 2 2e1 bm25", "t1\tQ0\tmiddle\t3\t+1.\tbm25");

    assertEquals(List.of(), problems.list());
    assertEquals("bm25", run.tag());
    assertEquals(List.of("high", "middle", "low"), run.ranking("t1"));
    assertEquals(List.of(), run.ranking("t2"));
  }

  /// As `comp_sim_docno` of trec_eval: `strcmp(p2->docno, p1->docno)`, so b comes before a, and a
  /// longer id before its beginning.
  @Test
  void docs_ofEqualScore_areInFallingOrderOfIds() {
    TrecRun run = parse("t Q0 a 1 1.0 x", "t Q0 b 2 1 x", "t Q0 ab 3 1 x", "t Q0 B 4 1 x");

    assertEquals(List.of("b", "ab", "a", "B"), run.ranking("t"));
  }

  /// U+10000 is two chars from D800 in Java, below U+FF5E; its bytes in UTF-8 are above.
  @Test
  void docs_ofEqualScore_areComparedByBytesNotChars() {
    TrecRun run = parse("t Q0 \uFF5E 1 1 x", "t Q0 \uD800\uDC00 2 1 x");

    assertEquals(List.of("\uD800\uDC00", "\uFF5E"), run.ranking("t"));
  }

  @Test
  void faults_ofEveryLine_areReportedAtOnceAndTheRestIsRead() {
    TrecRun run =
        parse(
            "t Q0 a 1 1.0",
            "t Q0 b 1 NaN x",
            "t Q0 c 1 1e999 x",
            "t Q0 d 1 0x1p3 x",
            "t Q0 e one 1 x",
            "t Q0 f 1 1 x");

    assertEquals(
        List.of(
            "bm25.run:1 must have 6 columns, topic Q0 doc rank score tag, but was t Q0 a 1 1.0",
            "bm25.run:2: score must be a finite decimal number, but was NaN",
            "bm25.run:3: score must be a finite decimal number, but was 1e999",
            "bm25.run:4: score must be a finite decimal number, but was 0x1p3",
            "bm25.run:5: rank must be an integer of at least 0, but was one"),
        problems.list());
    assertEquals(List.of("f"), run.ranking("t"));
  }

  @Test
  void doc_listedTwice_namesBothLines() {
    parse("t Q0 a 1 2 x", "t Q0 b 2 1 x", "t Q0 a 3 0 x");

    assertEquals(
        List.of("bm25.run:3: topic, doc must be unique (see line 1), but was t, a"),
        problems.list());
  }

  @Test
  void ranking_asShown_keepsItsOrderThroughAFile(@TempDir Path folder) throws IOException {
    TrecRun run = TrecRun.ranked("shown", Map.of("t", List.of("a", "c", "b"), "none", List.of()));
    Path file = folder.resolve("shown.run");
    run.write(file);

    assertEquals(
        List.of("t Q0 a 1 3.0 shown", "t Q0 c 2 2.0 shown", "t Q0 b 3 1.0 shown"), run.lines());
    assertEquals(run, TrecRun.read(file, problems));
    assertEquals(List.of(), problems.list());
  }

  private static TrecRun drawn(Random random) {
    Map<String, List<Retrieved>> topics = new TreeMap<>();
    for (int topic = 0; topic <= random.nextInt(4); topic++) {
      List<Retrieved> found = new ArrayList<>();
      for (int doc = 0; doc <= random.nextInt(20); doc++) {
        double score =
            switch (random.nextInt(3)) {
              case 0 -> random.nextInt(3); // ties
              case 1 -> random.nextGaussian();
              default -> random.nextGaussian() * 1e300;
            };
        found.add(new Retrieved("d" + doc, score));
      }
      topics.put("t" + topic, found);
    }
    return new TrecRun("drawn", topics);
  }
}
