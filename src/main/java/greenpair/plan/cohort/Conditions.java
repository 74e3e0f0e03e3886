package greenpair.plan.cohort;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.message.Message;
import greenpair.plan.ImpossibleException;

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
                "places of side " + side + " must be an integer of at least 1, but was " + count);
          }
        });
    if (places.isEmpty()) {
      throw new IllegalArgumentException("a cohort must have at least one side, but has none");
    }
    if (mostOfProvince < 1) {
      throw new IllegalArgumentException(
          "the limit for cities of one province must be an integer of at least 1, but was "
              + mostOfProvince);
    }
    if (!(difference >= 0 && difference <= 1)) {
      throw new IllegalArgumentException(
          "difference must be a share from 0 to 1, but was " + difference);
    }
    for (EntryId each : must) {
      if (mustNot.contains(each)) {
        throw new ImpossibleException(
            List.of(Message.of("cohort.must_and_must_not", "city", each)));
      }
    }
  }

  /// Checks whether these cities can meet all conditions together.
  ///
  /// @throws ImpossibleException with all that conflicts and the least that must give
  void check(List<Applicant> applicants) {
    List<Message> problems = new ArrayList<>();
    Set<EntryId> known = new TreeSet<>();
    applicants.forEach(each -> known.add(each.city()));
    for (Set<EntryId> list : List.of(must, mustNot)) {
      list.stream()
          .filter(each -> !known.contains(each))
          .forEach(each -> problems.add(Message.of("cohort.not_among", "city", each)));
    }
    places.forEach((side, count) -> check(side, count, applicants, problems));
    Map<String, Integer> mustOf = new TreeMap<>();
    for (Applicant each : applicants) {
      if (must.contains(each.city())) {
        if (!places.containsKey(each.side())) {
          String city = each.city() + ", " + each.side();
          problems.add(Message.of("cohort.must_without_places", "city", city));
        }
        mustOf.merge(province(each), 1, Integer::sum);
      }
    }
    mustOf.forEach(
        (province, count) -> {
          if (count > mostOfProvince) {
            problems.add(
                Message.of(
                    "cohort.must_of_province",
                    "count",
                    count,
                    "province",
                    province,
                    "most",
                    mostOfProvince));
          }
        });
    if (!problems.isEmpty()) {
      throw new ImpossibleException(problems);
    }
  }

  private void check(String side, int count, List<Applicant> applicants, List<Message> problems) {
    long wanted =
        applicants.stream()
            .filter(each -> each.side().equals(side) && must.contains(each.city()))
            .count();
    if (wanted > count) {
      problems.add(
          Message.of("cohort.must_of_side", "count", wanted, "side", side, "places", count));
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
          Message.of("cohort.few_candidates", "side", side, "places", count, "candidates", all));
    } else if (possible < count) {
      problems.add(
          Message.of(
              "cohort.few_of_provinces",
              "side",
              side,
              "places",
              count,
              "most",
              mostOfProvince,
              "candidates",
              possible));
    }
  }

  /// The province of a city; a city with unknown province shares it with no other.
  static String province(Applicant applicant) {
    String province = applicant.province();
    return province == null ? "?" + applicant.city() : province;
  }
}
