package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.Records;
import greenpair.catalog.City;
import greenpair.catalog.Code;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Need;
import greenpair.catalog.Profile;
import greenpair.catalog.Provenance;
import greenpair.catalog.Text;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The demonstration with 3,000 places of registries beside it, each with a need from a registry:
/// the pages of the programme do not change.
class CrowdedCatalogTest {
  private static final int PLACES = 3_000;
  private static final int IN_SAN_JOSE = 60;

  @RegisterExtension static final Served SERVED = Served.shared();
  @TempDir private static Path folder;
  private static Cohort crowded;

  @BeforeAll
  static void crowd() throws IOException {
    crowded = Cohort.served(folder);
    List<Entry> all = new ArrayList<>();
    for (int i = 0; i < PLACES; i++) {
      EntryId city = new EntryId("us-ca-aplace-" + i);
      all.add(city(city, i));
      all.add(need(city, "aaa-" + i));
    }
    for (int i = 0; i < IN_SAN_JOSE; i++) {
      all.add(need(new EntryId("us-ca-sanjose"), "aaa-sanjose-" + i));
    }
    all.addAll(crowded.fixtures());
    crowded.serve(all);
  }

  @AfterAll
  static void close() {
    crowded.close();
  }

  private static Profile profile(String id, String name) {
    return Records.make(
        Profile.class,
        "id",
        new EntryId(id),
        "name",
        new Text(name, null),
        "technologies",
        List.of(new Code("WST")),
        "provenance",
        List.of(new Provenance("registry", "r-" + id, null, null, null, true, null, List.of())));
  }

  private static Entry city(EntryId id, int number) {
    Profile profile = profile(id.value(), "San Place " + number);
    return Records.make(
        City.class, "profile", profile, "country", "US", "region", "US-CA", "koppen", "Csb");
  }

  private static Entry need(EntryId city, String id) {
    Profile profile = profile(id, "Capture landfill gas at site " + id);
    return Records.make(Need.class, "profile", profile, "city", city);
  }

  private static Document page(Client client, String path) {
    Client.Reply reply = client.get(path, "Accept", "text/html,*/*");
    assertEquals(200, reply.status(), path);
    return Jsoup.parse(reply.text(), "http://greenpair.test" + path);
  }

  /// A page without links to data outside the programme and without the name of the generation.
  private static String shown(Client client, String path) {
    Document page = page(client, path);
    page.select("p:has(a[href^=/opportunities]), p:has(a[href^=/?kind=city]), footer").remove();
    return page.select("main").outerHtml().replaceAll("<code>[0-9TZ.]+</code>|\\s+", " ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/cities",
        "/cohort",
        "/cities/us-ca-sanjose",
        "/cities/cn-jilin?need=cn-jilin-n3",
        "/cities/us-ca-sanjose/brief",
        "/solutions/sol-bld-hvc-ash",
        "/solutions/sol-wst-ene-lfg",
        "/partners/firm/byd"
      })
  void pagesOfTheProgramme_areWhatTheyWere(String path) {
    String asked = path + (path.contains("?") ? "&" : "?") + "lang=en";
    assertEquals(shown(SERVED.client(), asked), shown(crowded.client(), asked));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/suggestions?q=san",
        "/api/v1/gaps?limit=100",
        "/api/v1/cities/us-ca-sanjose/recommendations?limit=5",
        "/api/v1/partners/byd/opportunities"
      })
  void answersAboutTheProgramme_areWhatTheyWere(String path) {
    assertEquals(answer(SERVED.client(), path), answer(crowded.client(), path));
  }

  private static String answer(Client client, String path) {
    Client.Reply reply = client.get(path);
    assertEquals(200, reply.status(), reply.text());
    return reply.text().replaceAll("\"generation\":\"[^\"]*\"", "");
  }

  @Test
  void openOpportunities_haveAPageOfTheirOwn() {
    Client client = crowded.client();
    String link = page(client, "/cities?lang=en").select("a[href=/opportunities]").text();
    assertTrue(link.startsWith("3,060 open opportunities"), link);
    Document first = page(client, "/opportunities?lang=en");
    assertEquals(50, first.select("tbody tr").size());
    assertTrue(first.select("nav.paging").text().contains("1–50"), first.text());
    Document last = page(client, "/opportunities?from=3050&lang=en");
    assertEquals(10, last.select("tbody tr").size());
    Document ofCity = page(client, "/opportunities?city=us-ca-sanjose&lang=en");
    assertEquals("Open opportunities in San Jose 60", ofCity.select("h1").text());
    String need = ofCity.select("tbody a").getFirst().attr("href");
    assertTrue(page(client, need).select("#need").text().startsWith("Capture landfill gas"), need);
  }
}
