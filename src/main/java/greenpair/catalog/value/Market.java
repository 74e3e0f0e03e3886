package greenpair.catalog.value;

import module java.base;

/// Where a partner sells, lends or invests. Names are countries, regions, city ids, `WORLD` or
/// lists of countries that the eligibility rules define.
///
/// @param unclear places in which it may operate; these remain candidates, with a caution
/// @param never places in which it does not operate
public record Market(
    @Rule.Form(value = FORM, rule = RULE, begins = Rule.Standard.MARKETS) List<String> in,
    @Rule.Form(value = FORM, rule = RULE, begins = Rule.Standard.MARKETS) List<String> unclear,
    @Rule.Form(value = FORM, rule = RULE, begins = Rule.Standard.MARKETS) List<String> never) {
  public static final String FORM =
      "[A-Z]{2}(?:-[A-Z0-9]{1,3})?|[A-Z]{3,20}|[a-z0-9][a-z0-9._:~-]{2,199}";

  @SuppressWarnings("UnusedVariable") // Annotations read it.
  private static final String RULE = "value.market";

  public Market {
    in = List.copyOf(in);
    unclear = List.copyOf(unclear);
    never = List.copyOf(never);
    if (in.isEmpty() && unclear.isEmpty() && never.isEmpty()) {
      throw new InvalidException("market");
    }
    Set<String> places = new HashSet<>();
    Stream.of(in, unclear, never)
        .flatMap(each -> each.stream().distinct())
        .filter(each -> !places.add(each))
        .findFirst()
        .ifPresent(
            each -> {
              throw new InvalidException("market_once", "place", each);
            });
  }

  /// Whether it is known in single cities only; their ids, unlike other names, are in lower case.
  public boolean isLocal() {
    return !in.isEmpty()
        && in.stream().allMatch(each -> each.equals(each.toLowerCase(Locale.ROOT)));
  }
}
