package greenpair.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The figures of the page of all cities: each picture has its numbers as a table, and they add up.
class FiguresTest {
  @RegisterExtension static final Served SERVED = Served.shared();

  private static int sum(Element table, String cells) {
    return table.select(cells).eachText().stream().mapToInt(Integer::parseInt).sum();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh"})
  void figures_addUpToTheNeedsAndCases(String language) {
    Document page = new Visitor(SERVED.client(), language).page("/cohort");
    Element figures = page.expectFirst("section[aria-labelledby=figures]");
    Element sectors = figures.expectFirst(".bars");
    assertEquals(page.select("a.heat").size(), sum(sectors, "tbody td.num"));
    assertEquals(page.select("a.heat.h0").size(), sum(sectors, "tbody td.num:last-child"));
    Element years = figures.expectFirst(".group table");
    int cases = sum(years, "tbody td.num:last-child");
    assertTrue(cases > 200, "cases: " + cases);
    assertEquals(cases, sum(years, "tbody td.num:not(:last-child)"));
    assertTrue(figures.expectFirst("figcaption").text().contains("" + cases));
    assertEquals(
        figures.select("svg .part").size(),
        years.select("tbody td.num:not(:last-child)").stream()
            .filter(each -> !each.text().equals("0"))
            .count());
  }
}
