package greenpair.search.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryBoundsTest {
  @ParameterizedTest
  @CsvSource({
    "heat pumps since 2015, since 2015, 2015/..",
    "After 2018 electric buses, After 2018, 2019/..",
    "biogas before 2020, before 2020, ../2019",
    "biogas until 2020, until 2020, ../2020",
    "solar between 2010 and 2014, between 2010 and 2014, 2010/2014",
    "solar from 2010 to 2014, from 2010 to 2014, 2010/2014",
    "metro lines that opened in 2024, that opened in 2024, 2024/2024",
    "2024年投运的储能, 2024年投运, 2024/2024",
    "2018年以后的电动公交, 2018年以后, 2018/..",
    "自2015年以来的污水处理, 自2015年以来, 2015/..",
    "2018年之后的储能, 2018年之后, 2019/..",
    "2020年以前的沼气, 2020年以前, ../2019",
    "截至2020年的沼气, 截至2020年, ../2020",
    "2015年至2018年间的海绵城市, 2015年至2018年间, 2015/2018",
    "solar projects of 2014, of 2014, 2014/2014",
    "tenders closing before 2035, closing before 2035, ../2034",
    "needs that are due in 2035, that are due in 2035, 2035/2035",
    "2035年前截止的需求, 2035年前截止, ../2034",
    "needs due before June 2027, due before June 2027, ../2027",
    "2027年6月前截止的需求, 2027年6月前截止, ../2027",
    "buses since March 2019, since March 2019, 2019/..",
  })
  void years_areReadWithTheirBounds(String text, String written, String interval) {
    QueryBounds.Dated only = QueryBounds.years(text, 2026).getFirst();
    assertEquals(1, QueryBounds.years(text, 2026).size());
    assertEquals(written, only.written());
    assertEquals(interval, only.years().word());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "carbon neutral by 2030",
        "before 3000 buses",
        "since 20155",
        "after 2018.5",
        "前2020",
        "over 2000 buses",
        "a fleet of 2000 buses"
      })
  void numbersThatBoundNoYear_areLeft(String text) {
    assertEquals(0, QueryBounds.years(text, 2026).size(), text);
  }

  @ParameterizedTest
  @CsvSource({
    "within 50 km of Fresno, within 50 km of, 50",
    "heat pumps within 10 miles of Fresno, within 10 miles of, 16.09344",
    "北京周边100公里的储能, 周边100公里, 100",
    "广州附近 80 千米以内, 附近 80 千米以内, 80",
    "within 0 km of Fresno, within 0 km of, 0"
  })
  void distance_isReadInKilometres(String text, String written, double kilometres) {
    QueryBounds.Distance distance = QueryBounds.distance(text).orElseThrow();
    assertEquals(written, distance.written());
    assertEquals(kilometres, distance.kilometres(), 1e-6);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"within -5 km of Fresno", "within 5 days", "50 km of pipes", "within 50 kmh"})
  void lengthsThatAreNoRadius_areLeft(String text) {
    assertTrue(QueryBounds.distance(text).isEmpty());
  }

  @Test
  void yearsThatExcludeEachOther_boundNothing() {
    QueryBounds.Years both =
        QueryBounds.years("since 2020 before 2015", 2026).stream()
            .map(QueryBounds.Dated::years)
            .reduce(QueryBounds.Years.ANY, QueryBounds.Years::and);
    assertTrue(both.orAny().isAny());
  }
}
