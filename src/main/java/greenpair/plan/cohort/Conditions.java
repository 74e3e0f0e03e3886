package greenpair.plan.cohort;

import greenpair.catalog.EntryId;
import greenpair.catalog.Text;
import greenpair.plan.ImpossibleException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What a cohort must be like.
///
/// @param places cities to choose by side
/// @param mostOfProvince cities of one province at most, from 1
/// @param difference how much a different cohort counts against a good one, in [0, 1]
public record Conditions(
    Map<String, Integer> places,
    Set<EntryId> must,
    Set<EntryId> mustNot,
    int mostOfProvince,
    double difference) {
  public Conditions {
    places = java.util.Collections.unmodifiableMap(new TreeMap<>(places));
    must = java.util.Collections.unmodifiableSet(new TreeSet<>(must));
    mustNot = java.util.Collections.unmodifiableSet(new TreeSet<>(mustNot));
    places.forEach(
        (side, count) -> {
          if (count < 1) {
            throw new IllegalArgumentException(
                "places of side " + side + " are a whole number from 1; got " + count);
          }
        });
    if (places.isEmpty()) {
      throw new IllegalArgumentException("a cohort has at least one side; got none");
    }
    if (mostOfProvince < 1) {
      throw new IllegalArgumentException(
          "cities of one province at most are a whole number from 1; got " + mostOfProvince);
    }
    if (!(difference >= 0 && difference <= 1)) {
      throw new IllegalArgumentException("difference is a share from 0 to 1; got " + difference);
    }
    for (EntryId each : must) {
      if (mustNot.contains(each)) {
        throw new IllegalArgumentException(
            each + " must be in the cohort and must not; take it off one of the two lists");
      }
    }
  }

  /// Says which conditions cannot be met together by these cities, if any.
  ///
  /// @throws ImpossibleException with all that conflicts and the least that must give
  void check(List<Applicant> applicants) {
    List<Text> problems = new ArrayList<>();
    Set<EntryId> known = new TreeSet<>();
    applicants.forEach(each -> known.add(each.city()));
    for (Set<EntryId> list : List.of(must, mustNot)) {
      list.stream()
          .filter(each -> !known.contains(each))
          .forEach(
              each ->
                  problems.add(new Text(each + " is not among the candidates", each + "不在候选城市之列")));
    }
    places.forEach((side, count) -> check(side, count, applicants, problems));
    Map<String, Integer> mustOf = new TreeMap<>();
    for (Applicant each : applicants) {
      if (must.contains(each.city())) {
        if (!places.containsKey(each.side())) {
          String city = each.city() + ", " + each.side();
          problems.add(
              new Text(
                  city + ": the city must be in, but its side has no places",
                  city + "：该城市指定入选，但所在一方没有名额"));
        }
        mustOf.merge(province(each), 1, Integer::sum);
      }
    }
    mustOf.forEach(
        (province, count) -> {
          if (count > mostOfProvince) {
            problems.add(
                text(
                    "%d cities of %s must be in, but a province may have %d; allow %d",
                    "%d个指定入选城市属于%s，但每省（州）最多%d个；请放宽至%d个", count, province, mostOfProvince, count));
          }
        });
    if (!problems.isEmpty()) {
      throw new ImpossibleException(problems);
    }
  }

  private void check(String side, int count, List<Applicant> applicants, List<Text> problems) {
    long wanted =
        applicants.stream()
            .filter(each -> each.side().equals(side) && must.contains(each.city()))
            .count();
    if (wanted > count) {
      problems.add(
          text(
              "%d cities of side %s must be in, but it has %d places",
              "%d个指定入选城市属于%s一方，但该方只有%d个名额", wanted, side, count));
    }
    Map<String, Integer> free = new TreeMap<>();
    for (Applicant each : applicants) {
      if (each.side().equals(side) && !mustNot.contains(each.city())) {
        free.merge(province(each), 1, Integer::sum);
      }
    }
    int all = free.values().stream().mapToInt(Integer::intValue).sum();
    int possible = free.values().stream().mapToInt(each -> Math.min(each, mostOfProvince)).sum();
    if (all < count) {
      problems.add(
          text(
              "side %s has %d places for %d candidates; lower its places to %d",
              "%s一方有%d个名额，但候选城市只有%d个；请将名额减至%d个", side, count, all, all));
    } else if (possible < count) {
      problems.add(
          text(
              "side %s has %d places, but at most %d of a province leaves %d candidates; allow more"
                  + " of a province",
              "%s一方有%d个名额，但每省（州）最多%d个，只剩%d个候选城市；请放宽每省（州）的上限",
              side,
              count,
              mostOfProvince,
              possible));
    }
  }

  @SuppressWarnings("AnnotateFormatMethod") // Two formats, one for each language.
  private static Text text(String en, String zh, Object... values) {
    return new Text(en.formatted(values), zh.formatted(values));
  }

  /// The province of a city; one whose province is unknown shares it with nobody.
  static String province(Applicant applicant) {
    String province = applicant.province();
    return province == null ? "?" + applicant.city() : province;
  }
}
