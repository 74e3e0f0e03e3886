package greenpair.match;

import greenpair.catalog.Kind;
import java.util.List;

/// Which signals make the score of which kind, in the order of explanations.
final class Signals {
  private static final List<Signal> FIRM =
      List.of(
          new TechnologyFit(),
          new Evidence(),
          new Presence(),
          new Nearness(),
          new TextRelevance(),
          new Activity());
  private static final List<Signal> FINANCIER =
      List.of(
          new TechnologyFit(),
          new InstrumentFit(),
          new TicketFit(),
          new Evidence(),
          new Focus(),
          new TextRelevance());
  private static final List<Signal> SOLUTION =
      List.of(
          new TechnologyFit(),
          new Evidence(),
          new Suitability(),
          new TextRelevance(),
          new Readiness());

  /// Names of all signals.
  static final List<String> NAMES =
      java.util.stream.Stream.of(FIRM, FINANCIER, SOLUTION)
          .flatMap(List::stream)
          .map(Signal::name)
          .distinct()
          .toList();

  private Signals() {}

  static List<Signal> of(Kind kind) {
    return switch (kind) {
      case FIRM -> FIRM;
      case FINANCIER -> FINANCIER;
      case SOLUTION -> SOLUTION;
      case CITY, NEED, DEPLOYMENT ->
          throw new IllegalArgumentException(kind.word() + " is not ranked for a need");
    };
  }
}
