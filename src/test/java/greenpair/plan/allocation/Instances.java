package greenpair.plan.allocation;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.plan.allocation.AllocationProblem.Demand;
import greenpair.plan.allocation.AllocationProblem.Panels;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;

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
          new Supplier(
              id("p" + p),
              Set.of(id("p" + p), id("also-p" + p)),
              random.nextInt(1, 4),
              random.nextInt(6) == 0 ? 1 : 0,
              null,
              null));
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
    int levels = random.nextInt(0, 3);
    Panels panels =
        seed % 3 == 0 ? experts(random, demands, suppliers, fits, partners) : Panels.NONE;
    if (seed % 4 == 1) {
      suppliers.replaceAll(each -> each.with(purse(random, needs)));
    }
    return new AllocationProblem(demands, suppliers, fits, pins, vetoes, levels, List.of(), panels);
  }

  /// The same with worst-off cities first or without.
  static AllocationProblem withLevels(AllocationProblem of, int levels) {
    return new AllocationProblem(
        of.demands(),
        of.suppliers(),
        of.fits(),
        of.pins(),
        of.vetoes(),
        levels,
        of.previous(),
        of.panels());
  }

  /// A sum of money that covers one to all needs of random budgets.
  private static PartnerBudget purse(SplittableRandom random, int needs) {
    Map<EntryId, Double> costs = new TreeMap<>();
    for (int n = 0; n < needs; n++) {
      costs.put(id("n" + n), (double) random.nextInt(0, 10));
    }
    return new PartnerBudget(random.nextInt(5, 30), "USD", costs);
  }

  /// Adds experts with few days and conflicts of interest, in small panels.
  private static Panels experts(
      SplittableRandom random,
      List<Demand> demands,
      List<Supplier> suppliers,
      List<Fit> fits,
      int partners) {
    List<Demand> needs = demands.stream().filter(each -> each.kind() == Kind.FIRM).toList();
    List<Requirement.Independent> conflicts = new ArrayList<>();
    for (int e = 0; e < 2; e++) {
      EntryId expert = id("e" + e);
      suppliers.add(
          new Supplier(
              expert,
              Set.of(),
              random.nextInt(1, 4),
              random.nextInt(8) / 7,
              random.nextInt(0, 3),
              null));
      for (Demand each : needs) {
        if (random.nextBoolean()) {
          fits.add(new Fit(each.need(), Kind.EXPERT, expert, random.nextInt(100_000, 1_000_000)));
          EntryId tied = id("p" + random.nextInt(partners));
          conflicts.add(new Requirement.Independent(each.need(), expert, tied));
        }
      }
    }
    needs.forEach(
        each ->
            demands.add(
                new Demand(each.need(), each.city(), Kind.EXPERT, random.nextInt(20) / 19, 2)));
    return new Panels(
        needs.stream()
            .map(Demand::city)
            .distinct()
            .map(city -> new Requirement.Panel(city, random.nextInt(1, 3)))
            .toList(),
        conflicts);
  }

  /// One need a city, so that lists and cities are the same.
  static AllocationProblem large(long seed, int needs, int partners, int fitsOfNeed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Supplier> suppliers = new ArrayList<>();
    for (int p = 0; p < partners; p++) {
      suppliers.add(new Supplier(id("p" + p), Set.of(), random.nextInt(1, 4), 0, null, null));
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
    return new AllocationProblem(
        demands, suppliers, fits, List.of(), List.of(), 0, List.of(), null);
  }
}
