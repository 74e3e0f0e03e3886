package greenpair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import greenpair.catalog.Code;
import greenpair.catalog.Firm;
import greenpair.match.rank.Explanation;
import java.math.BigDecimal;
import java.util.Set;

/// Facts about entries of the demonstration cohort that every answer must respect.
final class Facts {
  static final Set<String> NEVER_IN_THE_US =
      Set.of("adb", "aiib", "ndb", "world-bank", "gcf", "gef", "ifc-chuee", "cff", "gap-fund");

  /// The C-PACE providers join these by their type.
  static final Set<String> NEVER_IN_CHINA = Set.of("ibank", "cec", "carb-hvip");

  static final Code PACE = new Code("FTY.PAC");

  /// Closed or bankrupt, by a dated source. BlocPower left its cities, but no source states that it
  /// closed.
  static final Set<String> CLOSED =
      Set.of(
          ("bp-hydrogen-aberdeen car2go enel-x-way-na gac-byd gig kaidi nikola "
                  + "pand-auto posigen powin proterra shell-h2 sungevity sunnova sunpower "
                  + "tianying-duansheli wave wuzhoulong xinfeida")
              .split(" ", -1));

  static boolean isNoSeller(Firm firm) {
    return firm.role() == Firm.Role.OPERATOR || firm.role() == Firm.Role.ADVISER;
  }

  static void assertSums(Explanation explanation, double score, String place) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Explanation.Part part : explanation.parts()) {
      BigDecimal contribution = BigDecimal.valueOf(part.contribution());
      assertTrue(contribution.stripTrailingZeros().scale() <= 6, () -> place + contribution);
      assertEquals(
          Math.round(part.weight() * part.value() * 1e6) / 1e6, part.contribution(), place);
      assertTrue(part.value() >= 0 && part.value() <= 1, place);
      sum = sum.add(contribution);
    }
    assertEquals(0, sum.compareTo(BigDecimal.valueOf(score)), () -> place + ": " + explanation);
    assertEquals(explanation.value(), score, place);
    assertTrue(score >= 0 && score <= 1, place);
  }

  private Facts() {}
}
