package greenpair.index.contract;

import module java.base;

/// A range of US dollars, both ends included: a budget, a cost, what a financier lends, or what a
/// query asks for.
///
/// @param max infinity if it is open
public record Dollars(double min, double max) {
  /// The classes of [Facet#TICKETS] into which it may fall.
  public Set<String> classes() {
    Set<String> classes = new TreeSet<>();
    double lower = 0;
    for (Map.Entry<Double, String> each : Facet.TICKETS.entrySet()) {
      if (min <= max && min < each.getKey() && max >= lower) {
        classes.add(each.getValue());
      }
      lower = each.getKey();
    }
    return classes;
  }

  /// Matches entries with an amount that overlaps it.
  public Clause clause() {
    return new Clause.All(
        List.of(
            new Clause.Range(IndexFields.DOLLARS_MIN, 0, max),
            new Clause.Range(IndexFields.DOLLARS_MAX, min, Double.POSITIVE_INFINITY)));
  }
}
