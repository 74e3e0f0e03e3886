package greenpair.match.signal;

import greenpair.catalog.Kind;
import greenpair.match.settings.Side;
import greenpair.match.settings.SignalNames;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The signals of the score of each kind, in the order of explanations. The city's side measures
/// what the city gains from the candidate, the partner's side what the partner gains from the city.
/// Solutions and experts have no partner's side: experts sell nothing.
public final class Signals {
  private static final List<Signal> FIRM =
      List.of(
          new TechnologyFit(),
          new DeploymentEvidence(),
          new SimilarWork(),
          new TextRelevance(),
          new Activity(),
          new TrackRecord());
  private static final List<Signal> FIRM_SIDE =
      List.of(
          new MarketFit(),
          new Presence(),
          new Nearness(),
          new SimilarNearby(),
          new SectorFocus(),
          new ScaleFit());
  private static final List<Signal> FINANCIER =
      List.of(
          new TechnologyFit(), new InstrumentFit(), new DeploymentEvidence(), new TextRelevance());
  private static final List<Signal> FINANCIER_SIDE =
      List.of(new Focus(), new TicketFit(), new SectorFocus());
  private static final List<Signal> SOLUTION =
      List.of(
          new TechnologyFit(),
          new DeploymentEvidence(),
          new Suitability(),
          new TextRelevance(),
          new Readiness());

  private static final List<Signal> EXPERT =
      List.of(
          new TechnologyFit(),
          new DeploymentEvidence(),
          new SharedLanguage(),
          new Availability(),
          new TextRelevance());

  public static final List<String> NAMES =
      Stream.of(FIRM, FIRM_SIDE, FINANCIER, FINANCIER_SIDE, SOLUTION, EXPERT)
          .flatMap(List::stream)
          .map(Signal::name)
          .distinct()
          .toList();

  /// The same by side and kind, as the settings ask for them.
  public static final SignalNames BY_SIDE = new SignalNames(bySide());

  private Signals() {}

  private static Map<Side, Map<Kind, List<String>>> bySide() {
    Map<Side, Map<Kind, List<String>>> names = new EnumMap<>(Side.class);
    for (Side side : Side.values()) {
      Map<Kind, List<String>> kinds = new EnumMap<>(Kind.class);
      for (Kind kind : Kind.RANKED) {
        List<String> signals = of(kind, side).stream().map(Signal::name).toList();
        if (!signals.isEmpty()) {
          kinds.put(kind, signals);
        }
      }
      names.put(side, kinds);
    }
    return names;
  }

  /// The signals of a side; empty for the partner's side of a solution or expert.
  public static List<Signal> of(Kind kind, Side side) {
    return switch (kind) {
      case FIRM -> side == Side.CITY ? FIRM : FIRM_SIDE;
      case FINANCIER -> side == Side.CITY ? FINANCIER : FINANCIER_SIDE;
      case SOLUTION -> side == Side.CITY ? SOLUTION : List.of();
      case EXPERT -> side == Side.CITY ? EXPERT : List.of();
      case CITY, NEED, DEPLOYMENT, PROGRAMME ->
          throw new IllegalArgumentException(kind.word() + " is not ranked for a need");
    };
  }
}
