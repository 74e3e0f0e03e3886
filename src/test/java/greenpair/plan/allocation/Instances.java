package greenpair.plan.allocation;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.plan.allocation.AllocationProblem.Demand;

/// Instances of plans for tests.
final class Instances {
  private Instances() {}

  static EntryId id(String value) {
    return new EntryId(value);
  }

  /// A small instance with everything in it; some have no plan.
  static AllocationProblem random(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int cities = random.nextInt(1, 5);
    int needs = random.nextInt(cities, cities + 4);
    int partners = random.nextInt(1, 6);
    List<Demand> demands = new ArrayList<>();
    List<Fit> fits = new ArrayList<>();
    List<Supplier> suppliers = new ArrayList<>();
    for (int p = 0; p < partners; p++) {
      // The same partner is known by a second entry.
      suppliers.add(
          new Supplier(id("p" + p), Set.of(id("p" + p), id("also-p" + p)), random.nextInt(1, 4)));
    }
    for (int n = 0; n < needs; n++) {
      for (Kind kind : List.of(Kind.FIRM, Kind.FINANCIER)) {
        int most = random.nextInt(1, 3);
        int least = random.nextInt(4) == 0 ? 1 : 0;
        demands.add(new Demand(id("n" + n), id("c" + n % cities), kind, least, most));
        for (int p = 0; p < partners; p++) {
          if (random.nextDouble() < 0.5) {
            fits.add(new Fit(id("n" + n), kind, id("p" + p), random.nextInt(100_000, 1_000_000)));
          }
        }
      }
    }
    List<Requirement.Pin> pins = new ArrayList<>();
    List<Requirement.Veto> vetoes = new ArrayList<>();
    if (random.nextInt(3) == 0) {
      pins.add(
          new Requirement.Pin(
              id("n" + random.nextInt(needs)), id("also-p" + random.nextInt(partners))));
    }
    if (random.nextInt(2) == 0) {
      boolean wholeCity = random.nextBoolean();
      vetoes.add(
          new Requirement.Veto(
              id("also-p" + random.nextInt(partners)),
              wholeCity ? id("c" + random.nextInt(cities)) : null,
              wholeCity ? null : id("n" + random.nextInt(needs))));
    }
    return new AllocationProblem(demands, suppliers, fits, pins, vetoes, List.of());
  }

  /// One need a city, so that lists and cities are the same.
  static AllocationProblem large(long seed, int needs, int partners, int fitsOfNeed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Supplier> suppliers = new ArrayList<>();
    for (int p = 0; p < partners; p++) {
      suppliers.add(new Supplier(id("p" + p), Set.of(), random.nextInt(1, 4)));
    }
    List<Demand> demands = new ArrayList<>();
    List<Fit> fits = new ArrayList<>();
    for (int n = 0; n < needs; n++) {
      demands.add(new Demand(id("n" + n), id("c" + n), Kind.FIRM, 0, 3));
      random
          .ints(0, partners)
          .map(p -> (int) (p * random.nextDouble()))
          .distinct()
          .limit(fitsOfNeed)
          .forEach(
              p ->
                  fits.add(
                      new Fit(
                          demands.getLast().need(),
                          Kind.FIRM,
                          id("p" + p),
                          random.nextInt(300_000, 1_000_000))));
    }
    return new AllocationProblem(demands, suppliers, fits, List.of(), List.of(), List.of());
  }
}
