package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFShape;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTable;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Slides say what the pages of their cities say.
class DeckTest {
  @RegisterExtension static final Served SERVED = Served.shared();

  private static XMLSlideShow deck(String path) throws IOException {
    Client.Reply reply = SERVED.client().get(path);
    assertEquals(200, reply.status(), reply::text);
    assertTrue(reply.header("Content-Disposition").contains("greenpair.pptx"));
    return new XMLSlideShow(new ByteArrayInputStream(reply.response().body()));
  }

  private static String text(XSLFSlide slide) {
    List<String> all = new ArrayList<>();
    for (XSLFShape each : slide.getShapes()) {
      if (each instanceof XSLFTextShape text) {
        all.add(text.getText());
      } else if (each instanceof XSLFTable table) {
        table.getRows().forEach(row -> row.getCells().forEach(cell -> all.add(cell.getText())));
      }
    }
    return String.join("\n", all);
  }

  private static String notes(XSLFSlide slide) {
    return slide.getNotes().getTextParagraphs().stream()
        .flatMap(List::stream)
        .map(each -> each.getText())
        .collect(Collectors.joining("\n"));
  }

  @ParameterizedTest
  @CsvSource({
    "us-ca-losangeles, en, Next step, What went wrong elsewhere, Sources",
    "cn-jilin, zh, 下一步, 其他地方的失败教训, 来源"
  })
  void slideOfACity_hasTheNeedsAndPartnersOfItsPage_andItsSources(
      String city, String language, String step, String failures, String sources)
      throws IOException {
    Document page = new Visitor(SERVED.client(), language).page("/cities/" + city);
    try (XMLSlideShow deck = deck("/api/v1/cities/" + city + "/deck?lang=" + language)) {
      assertEquals(1, deck.getSlides().size());
      XSLFSlide slide = deck.getSlides().getFirst();
      String text = text(slide);
      assertTrue(slide.getTitle().startsWith(page.expectFirst("h1").ownText()), slide.getTitle());
      List<String> shown = page.select(".glance .who, .glance .named").eachText();
      assertTrue(shown.size() >= 3, page::text);
      for (String each : page.select(".glance .who").eachText()) {
        assertTrue(text.contains(each), each);
        assertTrue(notes(slide).contains(each), each);
      }
      for (String each : page.select(".glance .best div:not(:nth-child(3)) .named").eachText()) {
        assertTrue(text.contains(each), each);
      }
      for (String each : List.of(step, failures, sources)) {
        assertTrue(text.contains(each), each);
      }
      assertTrue(notes(slide).contains("https://"), "addresses of sources");
    }
  }

  @Test
  void deckOfTheProgramme_hasACoverAndASlideForEachCity() throws IOException {
    List<String> names =
        new Visitor(SERVED.client(), "zh").page("/cities").select(".tile h3 a").eachText();
    try (XMLSlideShow deck = deck("/api/v1/deck?lang=zh&from=15")) {
      assertEquals(names.size() - 15 + 1, deck.getSlides().size());
      for (XSLFSlide slide : deck.getSlides().subList(1, deck.getSlides().size())) {
        assertTrue(names.stream().anyMatch(slide.getTitle()::startsWith), slide.getTitle());
        assertTrue(slide.getXmlObject().toString().contains("Microsoft YaHei"));
      }
    }
  }

  @Test
  void deck_isOfferedOnThePages() {
    Visitor visitor = new Visitor(SERVED.client(), "en");
    for (String page : List.of("/cities/cn-jilin", "/cohort")) {
      String path = visitor.page(page).expectFirst("a[href*=/deck]").attr("href");
      assertTrue(path.contains("lang=en"), path);
    }
  }

  @Test
  void deckThatWasMade_isNotKeptWaiting_byOneThatIsBeingMade() {
    String made = "/api/v1/cities/cn-jilin/deck?lang=en";
    assertEquals(200, SERVED.client().get(made).status());
    CompletableFuture<Client.Reply> other =
        CompletableFuture.supplyAsync(() -> SERVED.client().get("/api/v1/deck?lang=en&from=2"));
    for (int each = 0; each < 20; each++) {
      assertEquals(200, SERVED.client().get(made).status());
    }
    assertFalse(other.isDone(), "it takes a second");
    assertEquals(200, other.join().status());
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/cities/cn-jilin/deck?format=csv, 400, format",
    "/api/v1/cities/cn-jilin/deck?lang=fr, 400, lang",
    "/api/v1/cities/cn-jilinn/deck, 404, cn-jilin",
    "/api/v1/deck?from=-1, 400, from",
    "/api/v1/deck?from=1000, 400, must be less than the number of cities"
  })
  void wrongRequest_isRefused_withWhatToDo(String path, int status, String named) {
    Client.Reply reply = SERVED.client().get(path);
    assertEquals(status, reply.status(), reply::text);
    assertTrue(reply.text().contains(named), reply::text);
  }
}
