package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.catalog.Entry;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The pages as a browser gets them: every page of the demonstration SERVED.cohort(), in both
/// languages.
class PagesTest {
  @RegisterExtension static final Served SERVED = Served.shared();

  private static Client.Reply get(String path) {
    return SERVED.client().get(path, "Accept", "text/html,*/*");
  }

  private static Document page(String path) {
    Client.Reply reply = get(path);
    assertEquals(200, reply.status(), path);
    return Jsoup.parse(reply.text(), "http://greenpair.test" + path);
  }

  /// The unit of use alone reads as if heat were saved.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | t CO₂ per MWh of heat at this city’s grid (0.2244 t − 0.4 MWh × ",
        "zh | 每兆瓦时热量约可减排"
      })
  void saving_isSaidInCarbonForEachUnit_withItsFormula(String language, String says) {
    Document document = page("/cities/cn-jilin?need=cn-jilin-n3&lang=" + language);
    assertTrue(document.text().contains(says), document::text);
    assertTrue(document.text().contains(language.equals("en") ? "t/MWh, estimated" : "吨/兆瓦时，估算值"));
  }

  /// Every address that a page of this language links to, found from the front page on.
  @ParameterizedTest
  @ValueSource(strings = {"en", "zh"})
  void everyLink_fromTheFrontPageOn_leadsToAGoodPage(String language) {
    Deque<String> ahead = new ArrayDeque<>(List.of("/"));
    Set<String> seen = new HashSet<>(ahead);
    Set<String> faults = new TreeSet<>();
    while (!ahead.isEmpty()) {
      String path = ahead.remove();
      Client.Reply reply =
          SERVED.client().get(path, "Accept", "text/html", "Accept-Language", language);
      if (reply.status() != 200) {
        faults.add(path + " answers " + reply.status());
        continue;
      }
      if (!reply.header("Content-Type").startsWith("text/html")) {
        continue;
      }
      Document document = Jsoup.parse(reply.text());
      faults.addAll(faults(path, document, language));
      for (Element link : document.select("a[href^=/]")) {
        String next = link.attr("href").replaceFirst("#.*", "");
        // Every filter leads to more filters: one is enough.
        boolean isDeep = next.startsWith("/?") && next.contains("&");
        boolean isSignIn = next.startsWith("/sign-in?");
        if (!next.contains("lang=") && !isDeep && !isSignIn && seen.add(next)) {
          ahead.add(next);
        }
      }
    }
    assertEquals(Set.of(), faults);
    for (Entry entry : SERVED.cohort().fixtures()) {
      String page =
          switch (entry.kind()) {
            case CITY -> "/cities/" + entry.id();
            case NEED -> "/cities/" + ((Need) entry).city() + "?need=" + entry.id();
            case FIRM, FINANCIER, SOLUTION, DEPLOYMENT -> "/cities";
          };
      assertTrue(seen.contains(page), page + " is linked from nowhere");
    }
  }

  /// What is wrong with a page: markup that a strict policy or a screen reader would stumble over.
  private static List<String> faults(String path, Document document, String language) {
    List<String> faults = new ArrayList<>();
    String lang = language.equals("zh") ? "zh-Hans" : "en";
    if (!document.select("html").attr("lang").equals(lang)) {
      faults.add(path + " is not in " + lang);
    }
    if (document.select("h1").size() != 1) {
      faults.add(path + " has " + document.select("h1").size() + " first headings");
    }
    if (document.title().isBlank()) {
      faults.add(path + " has no title");
    }
    Set<String> ids = new HashSet<>();
    for (Element each : document.select("[id]")) {
      if (!ids.add(each.id())) {
        faults.add(path + " has the id " + each.id() + " twice");
      }
    }
    int level = 1;
    for (Element heading : document.select("h1,h2,h3,h4,h5")) {
      int here = heading.tagName().charAt(1) - '0';
      if (here > level + 1) {
        faults.add(path + " leaps from h" + level + " to h" + here + ": " + heading.text());
      }
      level = here;
    }
    for (Element each : document.getAllElements()) {
      each.attributes()
          .forEach(
              attribute -> {
                String name = attribute.getKey();
                if (name.equals("style") || name.startsWith("on")) {
                  faults.add(path + " has " + attribute + " inside the document");
                }
                if (Set.of("href", "src", "action").contains(name)
                    && !attribute.getValue().matches("(/|#|https?://).*")) {
                  faults.add(path + " points to " + attribute);
                }
              });
    }
    document
        .select("script:not([src]), style, [src^=http], link[href^=http]")
        .forEach(each -> faults.add(path + " has " + each));
    rawFaults(path, document).forEach(faults::add);
    if (language.equals("zh")) {
      chineseFaults(path, document).forEach(faults::add);
    }
    return faults;
  }

  /// What only a program reads: codes of the taxonomy, names of constants, empty places of phrases,
  /// a climate by its letters alone.
  private static final Pattern RAW =
      Pattern.compile(
          "\\b(BLD|ENE|TRN|GRD|WST|WTR|IND|NAT|LGT|XCT|FIN|FTY)\\.[A-Z]{3}|\\bnull\\b|NaN|undefined"
              + "|\\b[A-Z]{3,}_[A-Z]{3,}|[{}]|\\b(us|cn)-[a-z]+-n[0-9]|Optional\\[");

  private static List<String> rawFaults(String path, Document document) {
    Document shown = document.clone();
    shown.select("code").remove();
    List<String> faults = new ArrayList<>();
    Matcher raw = RAW.matcher(shown.text());
    while (raw.find()) {
      faults.add(path + " shows " + raw.group());
    }
    shown.select(".facet a span, dd, td, th").eachText().stream()
        .filter(text -> text.matches("[A-E][A-Za-z][a-z]?|[a-z]+_[a-z]+"))
        .forEach(text -> faults.add(path + " shows " + text));
    return faults;
  }

  /// Words that the page itself says, not the catalog, stand in links, headings and buttons of the
  /// frame; none of them may be left in English.
  private static List<String> chineseFaults(String path, Document document) {
    Document own = document.clone();
    own.select("[lang=en], code, cite").remove();
    return own
        .select(
            "nav[aria-label] a, button, summary, caption, dt, label, legend, option, th[scope=col],"
                + " .chip, .count, .lead, .notice, .muted, .hint, .eyebrow, figcaption, h1, h2, h3,"
                + " h4, h5")
        .eachText()
        .stream()
        .filter(text -> text.matches("[\\p{ASCII}]*[A-Za-z]{4}[\\p{ASCII}]*"))
        .filter(text -> !text.equals("English") && !text.matches("[a-z]{2}-[a-z-]+ [0-9]+"))
        .map(text -> path + " says in English: " + text)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "'',      '',             en",
    "zh,      '',             zh-Hans",
    "'',      'zh-CN,en;q=0.5', zh-Hans",
    "'',      'de,zh;q=0.3,en;q=0.2', zh-Hans",
    "'',      'de',           en",
    "'',      ';;;,q=x',      en",
    "'',      'zh;q=0',       en",
    "en,      'zh-CN',        en",
    "xx,      'zh-CN',        zh-Hans",
  })
  void language_byAddressThenBrowser(String lang, String accept, String expected) {
    String path = lang.isEmpty() ? "/cities" : "/cities?lang=" + lang;
    Client.Reply reply =
        accept.isEmpty()
            ? SERVED.client().get(path)
            : SERVED.client().get(path, "Accept-Language", accept);

    assertEquals(expected, Jsoup.parse(reply.text()).select("html").attr("lang"));
    assertEquals(expected, reply.header("Content-Language"));
  }

  @Test
  void languageAndCity_onceChosen_areRemembered() {
    String language = get("/cities?lang=zh").header("Set-Cookie");
    assertTrue(language.startsWith("lang=zh;"), language);
    assertTrue(language.contains("HttpOnly") && language.contains("SameSite=Lax"), language);
    assertEquals(
        "zh-Hans",
        Jsoup.parse(SERVED.client().get("/cities", "Cookie", "lang=zh").text())
            .select("html")
            .attr("lang"));

    assertTrue(get("/?city=cn-jilin").header("Set-Cookie").startsWith("city=cn-jilin;"));
    Document front = Jsoup.parse(SERVED.client().get("/", "Cookie", "city=cn-jilin").text());
    assertEquals("cn-jilin", front.select("#city option[selected]").val());
    assertEquals("", get("/?city=nowhere").header("Set-Cookie"), "no such city");
    assertEquals(
        "",
        Jsoup.parse(SERVED.client().get("/", "Cookie", "city=%0d%0aX; lang=\"").text())
            .select("#city option[selected]")
            .val());
  }

  @Test
  void words_thatNoEntryHas_areToldBesideResults() throws Exception {
    Document page = page("/?q=electric+buses+in+Chicago&lang=zh");
    assertFalse(page.select("ol.hits > li").isEmpty());
    assertTrue(page.select(".read").text().contains("没有条目包含： Chicago"), page.text());
  }

  @Test
  void languageSwitch_keepsTheView() {
    Document page = page("/?q=heat+pump&kind=solution&lang=en");

    assertEquals("/?q=heat+pump&kind=solution&lang=zh", page.select("a.language").attr("href"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nowhere",
        "/cities/nowhere",
        "/cities/nowhere/brief",
        "/cities/%3Cscript%3E",
        "/partners/firm/nowhere",
        "/partners/city/cn-jilin",
        "/partners/x/byd",
        "/solutions/byd",
        "/assets/nothing.css",
        "/assets/..%2Fwords.properties",
      })
  void unknownAddress_isAFriendlyPage_inTheLanguage(String path) {
    Client.Reply reply = SERVED.client().get(path, "Accept", "text/html", "Accept-Language", "zh");

    assertEquals(404, reply.status());
    Document page = Jsoup.parse(reply.text());
    assertEquals("没有这个页面", page.select("h1").text());
    assertFalse(page.select("main a[href=/cities]").isEmpty(), "a way on");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/nowhere", "/api/cities/nowhere", "/api/cities?x=1"})
  void api_staysJson_evenForABrowser(String path) {
    assertTrue(get(path).header("Content-Type").startsWith("application/problem+json"), path);
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
        "/?q=%ff&kind=nothing&technology=!&near=1",
        "/?q=&q=b&&=&%25=1&%c3=2",
        "/?kind=firm",
        "/cities/cn-jilin?need=us-ca-sanjose-n1",
        "/cities/cn-jilin?need=%3Cscript%3E",
        "/cohort?from=99999999999999999999",
        "/cohort?from=-1",
        "/cohort?from=5000",
        "/compare?ids=,,,&ids=x%00",
        "/registries?x=y",
      })
  void oddAddress_isAnsweredAllTheSame(String path) {
    assertEquals(200, get(path).status());
  }

  @Test
  void longestSearch_isAnswered_aLongerOneIsExplained() {
    assertEquals(200, get("/?q=" + "热".repeat(10_000)).status());
    Client.Reply reply = get("/?q=" + "a".repeat(10_001));
    assertEquals(400, reply.status());
    assertEquals("This request cannot be answered", Jsoup.parse(reply.text()).select("h1").text());
  }

  @Test
  void headers_allowNothingFromElsewhere() {
    Client.Reply reply = get("/");

    assertAll(
        () -> assertTrue(reply.header("Content-Security-Policy").contains("default-src 'self'")),
        () -> assertFalse(reply.header("Content-Security-Policy").contains("unsafe")),
        () -> assertEquals("nosniff", reply.header("X-Content-Type-Options")),
        () -> assertTrue(reply.header("Vary").contains("Accept-Language")));
  }

  @Test
  void assets_namedByTheirDigest_mayBeKeptForEver() {
    Document page = page("/");
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
  void city_withoutAProvenFirm_saysSo_andShowsLeadsApart() {
    Document page = page("/cities/cn-jilin?need=cn-jilin-n3&lang=en");

    assertEquals("none", page.select("#firms .count").text());
    assertTrue(
        page.select("section[aria-labelledby=firms] .notice")
            .text()
            .contains("No verified vendor yet"));
    assertFalse(page.select("section[aria-labelledby=firms] details.group").isEmpty());
  }

  @Test
  void scores_areThoseOfTheApi() {
    var answer =
        SERVED
            .client()
            .get("/api/needs/us-ca-losangeles-n4/recommendations?kind=firm&limit=8")
            .json()
            .get("recommendations");
    Document page = page("/cities/us-ca-losangeles?need=us-ca-losangeles-n4");

    List<String> expected = new ArrayList<>();
    answer.forEach(
        each ->
            expected.add(
                each.get("id").asString() + " " + Math.round(each.get("score").asDouble() * 100)));
    List<String> shown = new ArrayList<>();
    for (Element card : page.select("section[aria-labelledby=firms] > .card")) {
      shown.add(card.id().replaceFirst("firm-", "") + " " + card.select(".score strong").text());
    }
    assertEquals(expected, shown);
    assertFalse(shown.isEmpty());
  }

  @Test
  void evidence_isNumberedAlike_onMapTimelineAndTable() {
    Document page = page("/cities/us-ca-losangeles?need=us-ca-losangeles-n4");

    Set<String> table =
        new LinkedHashSet<>(
            page.select("section[aria-labelledby=evidence] tbody td.num:first-child").eachText());
    Set<String> timeline = new TreeSet<>(page.select(".timeline .dot-label").eachText());
    assertFalse(table.isEmpty());
    assertTrue(table.containsAll(timeline), table + " lacks some of " + timeline);
    assertFalse(page.select(".map .dot").isEmpty());
  }

  @Test
  void comparison_showsFourAtMost_andNamesWhatIsNotThere() {
    String ids =
        String.join(
            ",",
            SERVED.cohort().fixtures().stream()
                .filter(each -> each.kind() == Kind.SOLUTION)
                .limit(5)
                .map(each -> each.id().value())
                .toList());
    Document page = page("/compare?ids=" + ids + "&ids=not-there&lang=en");

    assertEquals(4, page.select(".compare thead th").size());
    assertTrue(page.text().contains("not-there"));
    assertTrue(page.text().contains("the first four are shown"));
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
      assertEquals("The data are not ready yet", Jsoup.parse(reply.text()).select("h1").text());
    }
  }
}
