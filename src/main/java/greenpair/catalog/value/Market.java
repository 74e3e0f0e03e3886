package greenpair.catalog.value;

import java.util.List;

/// Where a partner sells, lends or invests. Names are countries, regions, city ids, `WORLD` or
/// lists of countries that the eligibility rules define.
///
/// @param unclear places in which it may operate; these remain candidates, with a caution
/// @param never places in which it does not operate
public record Market(List<String> in, List<String> unclear, List<String> never) {
  public Market {
    in = List.copyOf(in);
    unclear = List.copyOf(unclear);
    never = List.copyOf(never);
    if (in.isEmpty() && unclear.isEmpty() && never.isEmpty()) {
      throw new InvalidException(
          "market", "market has \"in\", \"unclear\" or \"never\"; leave it out when it is unknown");
    }
  }
}
