package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Addresses of pages, whatever they are, and what is sent with every page.
class PageAddressTest {
  @RegisterExtension static final Served SERVED = Served.shared();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nowhere", "/cities/nowhere", "/cities/nowhere/brief", "/cities/%3Cscript%3E",
        "/partners/firm/nowhere", "/partners/city/cn-jilin", "/partners/x/byd", "/solutions/byd",
        "/assets/nothing.css", "/assets/..%2Fmessages_en.properties"
      })
  void unknownAddress_isAFriendlyPage_inTheLanguage(String path) {
    Client.Reply reply = SERVED.client().get(path, "Accept", "text/html", "Accept-Language", "zh");

    assertEquals(404, reply.status());
    Document page = Jsoup.parse(reply.text());
    assertEquals("该地址不存在", page.select("h1").text());
    assertFalse(page.select("main a[href=/cities]").isEmpty(), "a way on");
  }

  @Test
  void unknownAddress_forAProgram_isAProblem() {
    Client.Reply reply = SERVED.client().get("/nowhere", "Accept", "application/json");

    assertEquals(404, reply.status());
    assertEquals("/problems/unknown-route", reply.json().get("type").asString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/?q=&&=&kind=",
        "/?kind=firm",
        "/cohort?from=5000",
        "/compare?ids=,,,&ids=x%00",
        "/needs?from=singlemessage&isappinstalled=0",
        "/cities/cn-jilin?utm_source=mail&from=timeline",
      })
  void oddAddress_isAnsweredAllTheSame(String path) {
    assertEquals(200, SERVED.browse(path).status());
  }

  /// The list of another filter, or of none, would look like the one that was asked for.
  @ParameterizedTest
  @CsvSource({
    "/?q=heat&country=USA, country", "/?q=heat&sector=x, sector",
    "/?q=heat&climate=BYD, climate", "/?q=heat&market=ZZ, market",
    "/?q=heat&kind=frim, kind", "/?q=heat&technology=XXX, technology",
    "/?q=heat&evidence=Z, evidence", "/?q=heat&near=1, near",
    "/?q=heat&city=nope, city", "/needs?country=USA, country",
    "/needs?sector=XXX, sector", "/cities/cn-jilin?need=us-ca-sanjose-n1, need",
    "/cities/cn-jilin?need=%3Cscript%3E, need", "/cities/cn-jilin?need=cn-jilin-n1&all=frim, all",
    "/cities/cn-jilin?kind=firm, kind", "/cities/cn-jilin?format=csv, format",
    "/needs?city=nosuch, city", "/needs?contry=CN, contry",
    "/needs?technology=HTG, technology", "/needs?country=CN&country=US, country",
    "/cities?country=ZZ, country", "/cities?format=banana, format",
    "/cohort?seed=1, seed", "/cohort?from=99999999999999999999, from",
    "/cohort?from=-1, from", "/?q=%ff, q",
    "/?q=heat&%25=1, %", "/sign-in?bcak=/needs, bcak"
  })
  void filterThatIsWrong_isRefused_namingIt(String path, String field) {
    for (String language : List.of("en", "zh")) {
      Client.Reply reply = SERVED.browse(path + "&lang=" + language);
      assertEquals(400, reply.status(), path);
      String fault = Jsoup.parse(reply.text()).select("main li").text();
      assertTrue(fault.startsWith(field + ": "), fault);
    }
  }

  @Test
  void yearsThatExcludeEachOther_areRefused() {
    Client.Reply reply =
        SERVED.client().get("/api/v1/search?q=heat&from_year=2020&until_year=2010");
    assertEquals(400, reply.status(), reply.text());
    assertEquals(List.of("until_year"), reply.faults());
  }

  @Test
  void languageThatWeDoNotHave_isRefused() {
    for (String path :
        List.of("/?lang=fr", "/cities/cn-jilin?lang=de", "/sign-in?lang=zh&lang=en")) {
      Client.Reply reply = SERVED.browse(path);
      assertEquals(400, reply.status(), path);
      String fault = Jsoup.parse(reply.text()).select("main li").text();
      assertTrue(fault.startsWith("lang: "), fault);
    }
  }

  @Test
  void headers_allowNothingFromElsewhere() {
    Client.Reply reply = SERVED.browse("/");

    assertAll(
        () -> assertTrue(reply.header("Content-Security-Policy").contains("default-src 'self'")),
        () -> assertFalse(reply.header("Content-Security-Policy").contains("unsafe")),
        () -> assertEquals("nosniff", reply.header("X-Content-Type-Options")),
        () -> assertTrue(reply.header("Vary").contains("Accept-Language")));
  }

  @Test
  void assets_namedByTheirDigest_mayBeKeptForEver() {
    Document page = SERVED.page("/");
    int script = 0;
    for (Element each : page.select("script[src], link[rel=stylesheet], link[rel=icon]")) {
      String address = each.hasAttr("src") ? each.attr("src") : each.attr("href");
      Client.Reply reply = SERVED.client().get(address);
      assertEquals(200, reply.status(), address);
      assertTrue(address.matches("/assets/[a-z.]+\\?v=[0-9a-f]{12}"), address);
      assertTrue(reply.header("Cache-Control").contains("immutable"));
      script += each.tagName().equals("script") ? reply.response().body().length : 0;
    }
    assertTrue(script > 0 && script < 200_000, script + " bytes of script");
  }

  @Test
  void page_beforeAnythingIsIndexed_saysThatItIsNotReady(@TempDir Path empty) {
    try (Cohort bare =
        new Cohort(
            empty, Cohort.SETTINGS, SERVED.cohort().json, java.time.InstantSource.system())) {
      bare.server.start("127.0.0.1", 0);
      Client.Reply reply = bare.client().get("/cities", "Accept", "text/html");

      assertEquals(503, reply.status());
      assertFalse(reply.header("Retry-After").isEmpty());
      assertEquals("The data is not ready yet", Jsoup.parse(reply.text()).select("h1").text());
    }
  }
}
