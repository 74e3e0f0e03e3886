package greenpair.match;

import static org.junit.jupiter.api.Assertions.assertEquals;

import greenpair.match.rank.Ranked;
import greenpair.match.rank.Ranker;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Candidates of several needs become one list.
class CandidateFinderTest {
  @Test
  void merge_keepsEachEntryOnceAtItsBest() {
    Ranker ranker = new Ranker(Given.RULES, Given.PHRASES);
    var city = Given.city("here").make();
    List<Ranked> buses =
        ranker.rank(
            Given.query(city, Given.BUS).make(),
            List.of(Given.firm("a", Given.BUS).make(), Given.firm("b", Given.LED).make()));
    List<Ranked> lights =
        ranker.rank(
            Given.query(city, Given.LED).make(),
            List.of(Given.firm("a", Given.BUS).make(), Given.firm("b", Given.LED).make()));
    List<Ranked> merged = CandidateFinder.merge(List.of(buses, lights));
    assertEquals(List.of("a", "b"), merged.stream().map(each -> each.id().value()).toList());
    assertEquals(buses.getFirst(), merged.getFirst());
    assertEquals(lights.getFirst(), merged.getLast());
    assertEquals(merged, CandidateFinder.merge(List.of(lights, buses)));
    assertEquals(List.of(), CandidateFinder.merge(List.of()));
  }
}
