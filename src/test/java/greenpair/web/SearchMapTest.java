package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.TreeSet;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Search results on a map: a link shows it, and the list names every place that it shows.
class SearchMapTest {
  @RegisterExtension static final Served SERVED = Served.shared();

  @ParameterizedTest
  @CsvSource({
    "en, /?q=heat+pump, Show on a map",
    "zh, /?q=电动公交, 在地图上显示",
    "en, /?kind=city, Show on a map",
    "en, /?kind=deployment&q=heat+pump, Show on a map"
  })
  void map_hasTheNumbersAndPlacesOfTheList(String language, String path, String words) {
    Visitor visitor = new Visitor(SERVED.client(), language);
    Document list = visitor.page(path);
    assertTrue(list.select("svg.map").isEmpty());
    Document mapped = visitor.page(list.expectFirst("a:containsOwn(" + words + ")").attr("href"));
    assertEquals(list.select(".hit h3").eachText(), mapped.select(".hit h3").eachText());
    Set<String> listed = new TreeSet<>(mapped.select(".hit .places .number").eachText());
    assertTrue(listed.size() > 3, path + " " + listed);
    for (Element each : mapped.select("svg.map .dot-label")) {
      assertTrue(listed.contains(each.text().replaceFirst("[, ].*", "")), each.text());
    }
    Set<String> places = new TreeSet<>(mapped.select(".hit .places span:not([class])").eachText());
    for (String each : mapped.select("svg.map .place:not(.own)").eachText()) {
      assertTrue(places.stream().anyMatch(place -> place.endsWith(each)), each);
    }
    assertEquals("map", mapped.expectFirst("input[name=view]").val());
  }

  @Test
  void resultsWithoutAPlace_areSaidToHaveNone() {
    Visitor visitor = new Visitor(SERVED.client(), "en");
    Document page = visitor.page("/?q=qwertzuiop&view=map");
    assertTrue(page.select("svg.map").isEmpty());
  }
}
