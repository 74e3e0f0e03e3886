package greenpair.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.Seeded;
import greenpair.Shared;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.Text;
import greenpair.catalog.taxonomy.Concept;
import greenpair.index.read.Snapshot;
import greenpair.match.Given;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever is typed or pasted gets an answer in bounded time: no failure, no score out of range.
class SearchFuzzTest {
  private static final List<String> PARTS =
      List.of(
          ("heat|pump|热|泵|电动|公交|not |without |不要|除|外|非|EPC|epc|\"|(|)|*|?|AND|OR|NOT|+|"
                  + "-|~|:|\\|/|[|}|\u0000|\ud800|\udc00|🙂|שלום|مرحبا|नमस्ते|한국어|日本語|ß|İ|ﬁ|ｅ|"
                  + "\u200d|\u202e|\ufeff| |\n|\t|,|。|a|z|9|10kW|buss|elctric|氢能|碳捕集|氫能|BYD|比雅迪|"
                  + "Yan'an|'s|’|--|…")
              .split("[|]", -1));

  @RegisterExtension static final Shared<SearchedCohort> COHORT = SearchedCohort.shared();

  private final Search search = COHORT.get().search;
  private final Snapshot snapshot = COHORT.get().snapshot;

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int parts = random.nextInt(7); parts >= 0; parts--) {
      switch (random.nextInt(12)) {
        case 0 -> text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
        case 1 -> text.append((char) random.nextInt(1 << Character.SIZE));
        case 2 -> text.append((char) ('\u4e00' + random.nextInt(0x5000)));
        default -> text.append(PARTS.get(random.nextInt(PARTS.size())));
      }
      if (random.nextInt(3) == 0) {
        text.append(' ');
      }
    }
    return text.toString();
  }

  @Seeded
  void anyText_isAnswered(Random random) {
    if (random.nextInt(4) == 0) {
      check(search.search(SearchRequest.of(Kind.SEARCHED, text(random), 3), snapshot));
    }
    for (int i = 0; i < 10; i++) {
      search
          .ranking(Kind.FINANCIER, text(random), 1, snapshot)
          .values()
          .forEach(score -> assertTrue(score >= 0 && score <= 1.000_001, score.toString()));
    }
  }

  @Seeded(runs = 1)
  void everyTechnology_isMarkedInTheTextsThatAreShown(Random random) {
    for (Concept concept : Given.TAXONOMY.concepts()) {
      Language language = random.nextBoolean() ? Language.EN : Language.ZH;
      String label = concept.label().best(language);
      check(search.search(SearchRequest.of(Kind.SEARCHED, label, 50), snapshot));
    }
  }

  private static void check(SearchResponse results) {
    for (Hit hit : results.hits()) {
      assertTrue(hit.score() >= 0 && hit.score() <= 1, hit.toString());
      for (Hit.Highlight each : hit.highlights()) {
        int end = 0;
        for (Hit.Span span : each.spans()) {
          assertTrue(span.start() >= end && span.end() > span.start(), each.toString());
          end = span.end();
        }
        Text text = each.field().equals("name") ? hit.name() : hit.description();
        Language language = Language.valueOf(each.language().toUpperCase(Locale.ROOT));
        String marked = text == null ? null : text.in(language);
        assertTrue(marked != null && end <= marked.length(), each.toString());
      }
    }
  }

  static List<String> heavy() {
    List<String> heavy = new ArrayList<>();
    for (String part :
        List.of(
            "*", "\"", "(", "热", "热泵", "x", "heat pump ", "比", "\u0000", "\ud83d\ude42", "a*? ")) {
      heavy.add(part.repeat(SearchRequest.MAX_TEXT / part.length()));
    }
    StringBuilder distinct = new StringBuilder();
    for (int i = 0; distinct.length() < SearchRequest.MAX_TEXT - 10; i++) {
      distinct.append((char) ('\u4e00' + (i * 7) % 20_000));
    }
    heavy.add(distinct.toString());
    StringBuilder words = new StringBuilder();
    for (int i = 0; words.length() < SearchRequest.MAX_TEXT - 10; i++) {
      words.append("word").append(i).append(' ');
    }
    heavy.add(words.toString());
    return heavy;
  }

  @ParameterizedTest
  @MethodSource("heavy")
  void longText_isAnsweredInTime(String text) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          SearchResponse results =
              search.search(SearchRequest.of(Kind.SEARCHED, text, 3), snapshot);
          check(results);
          assertEquals(text, results.query());
        });
  }
}
