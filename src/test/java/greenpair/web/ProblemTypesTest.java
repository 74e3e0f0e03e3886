package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

import greenpair.registry.format.CatalogJson;
import greenpair.web.http.ProblemKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The `type` of a problem leads to its explanation, also where nothing is indexed.
class ProblemTypesTest {
  @Test
  void everyType_leadsToItsExplanation_inBothLanguages_asJsonAndAsAPage(@TempDir Path data)
      throws Exception {
    CatalogJson codec = new CatalogJson(CohortRules.READ.taxonomy());
    try (Cohort cohort = new Cohort(data, SettingsMaker.DEFAULT, codec, InstantSource.system())) {
      cohort.server.start("127.0.0.1", 0);
      Client client = cohort.client();
      Set<String> explanations = new HashSet<>();
      for (ProblemKind each : ProblemKind.values()) {
        JsonNode json = client.get(each.type()).json();
        assertEquals(each.type(), json.get("type").stringValue());
        assertEquals(each.status(), json.get("status").intValue());
        for (String language : new String[] {"en", "zh"}) {
          String explanation = json.at("/explanation/" + language).stringValue();
          assertTrue(explanations.add(explanation), explanation);
          Client.Reply page = client.get(each.type() + "?lang=" + language, "Accept", "text/html");
          String title = json.at("/title/" + language).stringValue();
          assertTrue(page.text().contains("<h1>" + title + "</h1>"), page.text());
          String first = explanation.split("[`'<]", -1)[0];
          assertTrue(page.text().contains(first), page.text());
        }
      }
      String unready = client.get("/api/v1/cities").json().get("type").stringValue();
      assertEquals(200, client.get(unready).status(), unready);
      assertEquals(404, client.get("/problems/no-such-type").status());
      assertEquals(404, client.get("/problems/no-such-type", "Accept", "text/html").status());
    }
  }
}
