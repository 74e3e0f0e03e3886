package greenpair.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.Text;
import greenpair.catalog.taxonomy.Concept;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.cli.Workbench;
import greenpair.index.LiveIndex;
import greenpair.index.read.Snapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever is typed or pasted gets an answer in bounded time: no failure, no score out of range.
class SearchFuzzTest {
  private static final int QUERIES = 6_000;
  private static final long SEED = 20_261_124;

  /// Every so many queries all kinds are asked and the whole answer is made.
  private static final int WHOLE = 250;

  private static final List<String> PARTS =
      List.of(
          "heat",
          "pump",
          "热",
          "泵",
          "电动",
          "公交",
          "not ",
          "without ",
          "不要",
          "除",
          "外",
          "非",
          "EPC",
          "epc",
          "\"",
          "(",
          ")",
          "*",
          "?",
          "AND",
          "OR",
          "NOT",
          "+",
          "-",
          "~",
          ":",
          "\\",
          "/",
          "[",
          "}",
          "\u0000",
          "\ud800",
          "\udc00",
          "🙂",
          "שלום",
          "مرحبا",
          "नमस्ते",
          "한국어",
          "日本語",
          "ß",
          "İ",
          "ﬁ",
          "ｅ",
          "\u200d",
          "\u202e",
          "\ufeff",
          " ",
          "\n",
          "\t",
          ",",
          "。",
          "a",
          "z",
          "9",
          "10kW",
          "buss",
          "elctric",
          "氢能",
          "碳捕集",
          "氫能",
          "BYD",
          "比雅迪",
          "Yan'an",
          "'s",
          "’",
          "--",
          "…");

  private static Taxonomy taxonomy;
  private static Search search;
  private static LiveIndex live;
  private static Snapshot snapshot;

  @BeforeAll
  static void index(@TempDir Path data) throws IOException {
    Workbench workbench = Workbench.demonstration(data);
    taxonomy = workbench.taxonomy();
    search = workbench.search();
    live = workbench.open(data);
    snapshot = live.acquire();
  }

  @AfterAll
  static void close() {
    snapshot.close();
    live.close();
  }

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

  @Test
  void anyText_isAnswered() {
    Random random = new Random(SEED);
    for (int i = 0; i < QUERIES; i++) {
      String text = text(random);
      boolean isWhole = i % WHOLE == 0;
      List<Kind> kinds = isWhole ? Kind.SEARCHED : List.of(Kind.FINANCIER);
      try {
        if (isWhole) {
          check(search.search(SearchRequest.of(kinds, text, 3), snapshot));
        } else {
          search
              .ranking(kinds.getFirst(), text, 1, snapshot)
              .values()
              .forEach(score -> assertTrue(score >= 0 && score <= 1.000_001, score.toString()));
        }
      } catch (RuntimeException e) {
        throw new AssertionError("query " + i + ": " + escape(text), e);
      }
    }
  }

  @Test
  void everyTechnology_isMarkedInTheTextsThatAreShown() {
    for (Concept concept : taxonomy.concepts()) {
      for (Language language : Language.values()) {
        String label = concept.label().best(language);
        check(search.search(SearchRequest.of(Kind.SEARCHED, label, 50), snapshot));
      }
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

  private static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    text.chars().forEach(each -> escaped.append(String.format("\\u%04x", each)));
    return escaped.toString();
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
