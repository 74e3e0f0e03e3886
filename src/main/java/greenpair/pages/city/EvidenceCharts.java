package greenpair.pages.city;

import greenpair.catalog.City;
import greenpair.catalog.EntryId;
import greenpair.catalog.Text;
import greenpair.catalog.value.Place;
import greenpair.index.contract.CityTraits;
import greenpair.index.read.Snapshot;
import greenpair.match.reason.Answer;
import greenpair.pages.view.Timeline;
import greenpair.pages.view.WorldMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Deployments drawn as a map and a timeline. Each has the same number on the map, on the timeline
/// and in the table, so that the information is also available as text.
///
/// @param cases strongest first; the first has the number 1
public record EvidenceCharts(List<Answer.Case> cases, WorldMap map, Timeline timeline) {
  static EvidenceCharts of(City city, List<Answer> answers, int most, Snapshot snapshot) {
    Map<EntryId, Answer.Case> all = new LinkedHashMap<>();
    for (Answer answer : answers) {
      answer.recommendations().forEach(each -> add(each.evidence(), all));
      answer.unproven().forEach(each -> add(each.evidence(), all));
      answer.peers().forEach(each -> add(each.evidence(), all));
      add(answer.nearest(), all);
    }
    return of(
        city,
        all.values().stream()
            .sorted(
                Comparator.comparingDouble(Answer.Case::weight)
                    .reversed()
                    .thenComparing(Answer.Case::id))
            .limit(most)
            .toList(),
        snapshot);
  }

  static EvidenceCharts of(City city, List<Answer.Case> cases, Snapshot snapshot) {
    List<WorldMap.Spot> spots = new ArrayList<>();
    for (int i = 0; i < cases.size(); i++) {
      int number = i + 1;
      String grade = cases.get(i).grade();
      Text name = cases.get(i).cityName();
      snapshot
          .city(cases.get(i).city())
          .map(CityTraits::place)
          .ifPresent(place -> spots.add(new WorldMap.Spot(number, place, grade, name)));
    }
    Place home = city.place();
    return new EvidenceCharts(cases, WorldMap.of(home, city.name(), spots), Timeline.of(cases));
  }

  private static void add(List<Answer.Case> cases, Map<EntryId, Answer.Case> all) {
    for (Answer.Case each : cases) {
      // A deployment may have different weights for two technologies; the greatest is used.
      all.merge(each.id(), each, (a, b) -> a.weight() >= b.weight() ? a : b);
    }
  }
}
