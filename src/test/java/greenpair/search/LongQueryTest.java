package greenpair.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.catalog.Kind;
import greenpair.cli.Workbench;
import greenpair.index.LiveIndex;
import greenpair.index.contract.TranslatedWord;
import greenpair.index.read.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A pasted text in both languages, of which entries in either language alone have every word.
class LongQueryTest {
  private static final int LENGTH = 9_900;

  /// Those with the longest renderings, which are the most terms.
  private static final int MOST = 600;

  @Test
  void textInBothLanguages_isRenderedAsFarAsItIsRead_andIsNoQueryOfTooManyTerms(@TempDir Path data)
      throws IOException {
    List<String> lines =
        Files.readAllLines(Path.of("index-config/lexicon.tsv")).stream()
            .filter(line -> line.contains("\t") && !line.contains("\""))
            .sorted(Comparator.comparingInt(line -> -line.substring(line.indexOf('\t')).length()))
            .limit(MOST)
            .toList();
    StringBuilder english = new StringBuilder();
    StringBuilder chinese = new StringBuilder();
    StringBuilder text = new StringBuilder();
    for (int i = 0; text.length() < LENGTH; i++) {
      String[] line = lines.get(i % lines.size()).split("\t", 2);
      String first = line[1].split("\\|", 2)[0];
      // An entry of the other language contains it in every rendering.
      english.append(line[0]).append(". ");
      chinese.append(line[1].replace('|', '。')).append('。');
      text.append(i % 8 == 0 ? first : line[0]).append(' ');
    }
    Path catalog = data.resolve("catalog.jsonl");
    Files.write(catalog, List.of(firm("english", "en", english), firm("chinese", "zh", chinese)));
    Workbench workbench = new Workbench(Path.of("index-config"));
    workbench.reindexQuietly(List.of(catalog), data.resolve("index"));
    Search search = workbench.search();
    try (LiveIndex live = workbench.open(data.resolve("index"));
        Snapshot snapshot = live.acquire()) {
      String query = text.substring(0, LENGTH);
      SearchResponse results =
          search.search(SearchRequest.of(List.of(Kind.FIRM), query, 10), snapshot);
      assertEquals(2, results.hits().size());
      int end = snapshot.texts().readUpTo(query);
      assertTrue(end < query.length());
      List<List<TranslatedWord>> rendered =
          Prepared.planned(search, Kind.FIRM, query, snapshot).query().words().rendered();
      assertEquals(2, rendered.size());
      for (List<TranslatedWord> each : rendered) {
        assertTrue(each.stream().filter(TranslatedWord::occurs).count() > 100);
        assertTrue(each.stream().allMatch(word -> word.end() <= end));
      }
    }
  }

  private static String firm(String id, String language, CharSequence description) {
    return "{\"kind\":\"firm\",\"id\":\"%s\",\"name\":{\"%s\":\"%s\"},\"description\":{\"%s\":\"%s\"},\"provenance\":[{\"source\":\"test\",\"verified\":false}]}"
        .formatted(id, language, id, language, description);
  }
}
