package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.catalog.City;
import greenpair.catalog.Deployment;
import greenpair.catalog.Entry;
import greenpair.catalog.Firm;
import greenpair.catalog.Need;
import greenpair.catalog.PartialDate;
import greenpair.catalog.Provenance;
import greenpair.index.read.Snapshot;
import greenpair.index.read.SourceCounts;
import greenpair.match.Recommender;
import greenpair.plan.cohort.Indicator.Observation;
import greenpair.plan.input.CohortInputs;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Sources, closed partners, results and contacts on public pages.
class SourcesOnPagesTest {
  @RegisterExtension static final Served SERVED = Served.shared();

  private static List<Entry> fixtures() {
    return SERVED.cohort().fixtures();
  }

  /// The foot of each page and the README state what the entries rest on, counted.
  @Test
  void foot_andReadme_stateTheCountsOfTheData() throws IOException {
    SourceCounts counts = SourceCounts.of(fixtures().stream());
    assertEquals(fixtures().size(), counts.all());
    String foot = SERVED.page("/cities?lang=en").select("#foot").text().replace(",", "");
    String readme = Files.readString(Path.of("README.md")).replaceAll("\\s+", " ").replace(",", "");
    String begins =
        "Of %d entries %d have a source that you can open".formatted(counts.all(), counts.open());
    assertTrue(readme.contains(begins), begins);
    assertTrue(foot.contains(begins), foot);
    for (String each :
        List.of(
            counts.withheld() + " have a source whose URL is withheld",
            counts.memory() + " are from memory and not verified",
            counts.rest() + " rest on data sets")) {
      assertTrue(readme.contains(each), each);
    }
    for (String each :
        List.of(
            counts.withheld() + " have one whose URL is withheld",
            counts.memory() + " are from memory",
            counts.rest() + " rest on data sets")) {
      assertTrue(foot.contains(each), foot);
    }
  }

  /// Search results, comparisons, checks, briefs and the foot of each page follow the setting too.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/?q=PHNIX",
        "/compare?ids=firm:phnix&ids=firm:byd",
        "/cities/cn-jilin?need=cn-jilin-n3",
        "/cities/cn-jilin/brief",
        "/partners/firm/byd"
      })
  void whatWasNotChecked_isHiddenOnEveryView(String path) {
    String address = path + (path.contains("?") ? "&" : "?") + "lang=en";
    SERVED.cohort().hidesUnverified = true;
    try {
      Document page = SERVED.page(address);
      assertFalse(page.text().contains("makes air-source heat pumps"), path);
      assertFalse(page.text().contains("Qiqihar waste industry park"), path);
      assertEquals(0, page.select("td .unverified").size(), path);
      for (String check : page.select(".gates li").eachText()) {
        assertFalse(check.contains("not verified)"), path + ": " + check);
      }
      assertTrue(
          page.select("footer").text().contains("facts that were not verified are not shown"),
          path);
      assertEquals(0, page.select("main ul.cases:empty").size(), path);
    } finally {
      SERVED.cohort().hidesUnverified = false;
    }
  }

  /// The grid's intensity was attributed to the source of the climate, whose note has the word.
  @Test
  void factOfACity_namesItsOwnSource_alsoInAPlan() {
    Document page = SERVED.page("/cities/us-ca-losangeles?lang=en");
    Elements facts = page.select("dl.facts > div");
    assertTrue(fact(facts, "Population").contains("US Census Bureau"), facts::text);
    assertTrue(fact(facts, "CO").contains("from memory"), fact(facts, "CO"));
    assertTrue(fact(facts, "CO").contains("not verified"), fact(facts, "CO"));
    try (Snapshot snapshot = SERVED.cohort().live.acquire()) {
      CohortInputs inputs =
          new CohortInputs(
              snapshot,
              new Recommender(
                  CohortRules.READ.rules(), CohortRules.READ.finder(), CohortRules.READ.phrases()));
      List<City> cities = inputs.cities().stream().filter(each -> each.grid() != null).toList();
      assertTrue(cities.size() >= 21);
      for (Observation each : inputs.observations(cities, CohortRules.READ.planning())) {
        City city =
            cities.stream().filter(one -> one.id().equals(each.city())).findFirst().orElseThrow();
        if (Objects.equals(each.value(), Objects.requireNonNull(city.grid()).factor())) {
          assertEquals(
              Provenance.first("grid", city.profile().provenance()).source(), each.source());
          assertFalse(each.source().contains("climate"), each::toString);
        }
      }
    }
  }

  private static String fact(Elements facts, String word) {
    return facts.stream()
        .map(Element::text)
        .filter(each -> each.contains(word))
        .findFirst()
        .orElse("");
  }

  /// Whether a firm is in business follows from its status or from when it was last seen, and each
  /// has a source of its own.
  @Test
  void check_namesTheSourceOfTheFieldThatItReads() {
    int checked = 0;
    for (Entry need : fixtures().stream().filter(Need.class::isInstance).toList()) {
      JsonNode answer =
          SERVED
              .client()
              .get("/api/v1/needs/" + need.id() + "/recommendations?kind=firm&limit=10")
              .json();
      for (JsonNode each : answer.get("recommendations")) {
        for (JsonNode gate : each.get("gates")) {
          if (gate.get("gate").stringValue().equals("alive")) {
            List<String> own = sourcesOfStanding(each.get("id").stringValue(), gate);
            String shown = gate.at("/source/source").stringValue();
            assertTrue(
                own.isEmpty() ? shown.equals("memory") : own.contains(shown),
                gate + ": " + shown + " is not one of " + own);
            checked++;
          }
        }
      }
    }
    assertTrue(checked > 50, "only " + checked);
  }

  /// The sources of the case that the check names, or else of the field of the firm.
  private static List<String> sourcesOfStanding(String firm, JsonNode gate) {
    String holder = gate.path("deployment").asString(firm);
    Entry entry =
        fixtures().stream()
            .filter(each -> each instanceof Firm || each instanceof Deployment)
            .filter(each -> each.id().value().equals(holder))
            .findFirst()
            .orElseThrow();
    String field =
        entry instanceof Deployment done
            ? done.end() == null ? "start" : "end"
            : Entry.partner(entry).seen() == null ? "status" : "seen";
    return Provenance.of(field, entry.profile().provenance()).stream()
        .map(Provenance::source)
        .toList();
  }

  @Test
  void source_isNamedByItsPublisherAndDate() {
    Entry entry =
        fixtures().stream()
            .filter(Firm.class::isInstance)
            .filter(each -> each.profile().provenance().stream().anyMatch(this::isOfAYear))
            .findFirst()
            .orElseThrow();
    String text =
        SERVED.page("/partners/firm/" + entry.id() + "?lang=en").select(".sources").text();
    entry.profile().provenance().stream()
        .filter(this::isOfAYear)
        .forEach(
            source -> {
              assertTrue(text.contains(String.valueOf(source.publisher())), text);
              PartialDate published = Objects.requireNonNull(source.published());
              String date = String.valueOf(published.text().en());
              assertTrue(text.contains("published " + date), text);
            });
  }

  /// Whether its publisher is known, and of its date the year or the month alone.
  private boolean isOfAYear(Provenance source) {
    PartialDate published = source.published();
    return source.publisher() != null && published != null && published.day() == null;
  }
}
