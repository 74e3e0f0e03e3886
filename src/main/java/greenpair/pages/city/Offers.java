package greenpair.pages.city;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.match.Packages;
import java.util.List;
import java.util.stream.Stream;

/// The packages for a need without those that contain a vetoed member.
///
/// @param from first package that was asked for, from 0
/// @param ruledOut how many were left out for that, of all that were ranked
public record Offers(List<Packages.Offer> shown, int from, int total, int ruledOut) {
  /// Takes the first of those that are left; ranks stay what they are.
  static Offers of(Packages packages, int limit, ProgramNotes desk) {
    List<Packages.Offer> left =
        packages.packages().stream()
            .filter(each -> !isRuledOut(each, desk, packages.need()))
            .toList();
    return new Offers(
        left.stream().limit(limit).toList(),
        packages.from(),
        packages.total(),
        packages.packages().size() - left.size());
  }

  private static boolean isRuledOut(Packages.Offer offer, ProgramNotes desk, EntryId need) {
    return Stream.of(
            desk.isRuledOut(Kind.SOLUTION, offer.solution().id(), need),
            desk.isRuledOut(Kind.FIRM, offer.firm().id(), need),
            desk.isRuledOut(Kind.FINANCIER, offer.financier().id(), need))
        .anyMatch(Boolean::booleanValue);
  }
}
