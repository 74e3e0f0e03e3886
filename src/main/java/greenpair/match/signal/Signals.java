package greenpair.match.signal;

import greenpair.catalog.Code;
import greenpair.catalog.Expert;
import greenpair.catalog.Kind;
import greenpair.index.contract.Traits;
import greenpair.match.settings.Side;
import greenpair.match.settings.SignalNames;
import greenpair.match.signal.Signal.SignalValue;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.stream.Stream;

/// The signals of the score of each kind, in the order of explanations. The city's side measures
/// what the city gains from the candidate, the partner's side what the partner gains from the city.
/// Solutions and experts have no partner's side: experts sell nothing.
public final class Signals {
  private static final SequencedMap<String, Signal> FIRM =
      inOrder(
          Map.entry(TechnologyFit.NAME, new TechnologyFit()),
          Map.entry(DeploymentEvidence.NAME, new DeploymentEvidence()),
          Map.entry(SimilarWork.NAME, new SimilarWork()),
          Map.entry("text", Signals::text),
          Map.entry(Activity.NAME, new Activity()),
          Map.entry(TrackRecord.NAME, new TrackRecord()));
  private static final SequencedMap<String, Signal> FIRM_SIDE =
      inOrder(
          Map.entry(MarketFit.NAME, new MarketFit()),
          Map.entry(Presence.NAME, new Presence()),
          Map.entry(Nearness.NAME, new Nearness()),
          Map.entry(SimilarNearby.NAME, new SimilarNearby()),
          Map.entry(SectorFocus.NAME, new SectorFocus()),
          Map.entry(ScaleFit.NAME, new ScaleFit()));
  private static final SequencedMap<String, Signal> FINANCIER =
      inOrder(
          Map.entry(TechnologyFit.NAME, new TechnologyFit()),
          Map.entry("instrument", Signals::instrument),
          Map.entry(DeploymentEvidence.NAME, new DeploymentEvidence()),
          Map.entry("text", Signals::text));
  private static final SequencedMap<String, Signal> FINANCIER_SIDE =
      inOrder(
          Map.entry(Focus.NAME, new Focus()),
          Map.entry(TicketFit.NAME, new TicketFit()),
          Map.entry(SectorFocus.NAME, new SectorFocus()));
  private static final SequencedMap<String, Signal> SOLUTION =
      inOrder(
          Map.entry(TechnologyFit.NAME, new TechnologyFit()),
          Map.entry(DeploymentEvidence.NAME, new DeploymentEvidence()),
          Map.entry(Suitability.NAME, new Suitability()),
          Map.entry("text", Signals::text),
          Map.entry("readiness", Signals::readiness));
  private static final SequencedMap<String, Signal> EXPERT =
      inOrder(
          Map.entry(TechnologyFit.NAME, new TechnologyFit()),
          Map.entry(DeploymentEvidence.NAME, new DeploymentEvidence()),
          Map.entry(SharedLanguage.NAME, new SharedLanguage()),
          Map.entry("availability", Signals::availability),
          Map.entry("text", Signals::text));

  public static final List<String> NAMES =
      Stream.of(FIRM, FIRM_SIDE, FINANCIER, FINANCIER_SIDE, SOLUTION, EXPERT)
          .flatMap(all -> all.keySet().stream())
          .distinct()
          .toList();

  /// The same by side and kind, as the settings ask for them.
  public static final SignalNames BY_SIDE = new SignalNames(bySide());

  /// What a signal of a candidate rests on.
  public sealed interface Basis {
    /// One field.
    ///
    /// @param isOfEntry whether it counts as checked only if the whole entry does
    record Field(String key, boolean isOfEntry) implements Basis {}

    /// Its cases.
    record Cases() implements Basis {}

    /// The words of the entry.
    record Words() implements Basis {}
  }

  private static final Map<String, Basis> BASES = bases();

  private Signals() {}

  private static Map<String, Basis> bases() {
    Map<String, Basis> bases = new HashMap<>();
    for (String signal : NAMES) {
      bases.put(
          signal,
          switch (signal) {
            case TechnologyFit.NAME, SectorFocus.NAME -> new Basis.Field("technologies", true);
            case "instrument" -> new Basis.Field("instruments", true);
            case MarketFit.NAME, Focus.NAME -> new Basis.Field("market", false);
            case Activity.NAME -> new Basis.Field("status", false);
            case TicketFit.NAME -> new Basis.Field("ticket", false);
            case Suitability.NAME -> new Basis.Field("suits", false);
            case "readiness" -> new Basis.Field("readiness", false);
            case SharedLanguage.NAME -> new Basis.Field("languages", false);
            case "availability" -> new Basis.Field("days", false);
            case "text" -> new Basis.Words();
            case DeploymentEvidence.NAME,
                SimilarWork.NAME,
                TrackRecord.NAME,
                Presence.NAME,
                Nearness.NAME,
                SimilarNearby.NAME,
                ScaleFit.NAME ->
                new Basis.Cases();
            default -> throw new IllegalStateException(signal + " does not say what it rests on");
          });
    }
    bases.put(PreferenceFit.NAME, new Basis.Field("preferences", false));
    return Map.copyOf(bases);
  }

  /// What the signal of that word rests on.
  public static Basis basis(String signal) {
    return Objects.requireNonNull(BASES.get(signal));
  }

  private static Map<Side, Map<Kind, List<String>>> bySide() {
    Map<Side, Map<Kind, List<String>>> names = new EnumMap<>(Side.class);
    for (Side side : Side.values()) {
      Map<Kind, List<String>> kinds = new EnumMap<>(Kind.class);
      for (Kind kind : Kind.RANKED) {
        List<String> signals = List.copyOf(of(kind, side).keySet());
        if (!signals.isEmpty()) {
          kinds.put(kind, signals);
        }
      }
      names.put(side, kinds);
    }
    return names;
  }

  /// The signals of a side by their words in configuration, explanations and docs; empty for the
  /// partner's side of a solution or expert.
  public static SequencedMap<String, Signal> of(Kind kind, Side side) {
    return switch (kind) {
      case FIRM -> side == Side.CITY ? FIRM : FIRM_SIDE;
      case FINANCIER -> side == Side.CITY ? FINANCIER : FINANCIER_SIDE;
      case SOLUTION -> side == Side.CITY ? SOLUTION : inOrder();
      case EXPERT -> side == Side.CITY ? EXPERT : inOrder();
      case CITY, NEED, DEPLOYMENT, PROGRAMME ->
          throw new IllegalArgumentException(kind.word() + " is not ranked for a need");
    };
  }

  @SafeVarargs
  private static SequencedMap<String, Signal> inOrder(Map.Entry<String, Signal>... signals) {
    SequencedMap<String, Signal> all = new LinkedHashMap<>();
    for (Map.Entry<String, Signal> each : signals) {
      all.put(each.getKey(), each.getValue());
    }
    return Collections.unmodifiableSequencedMap(all);
  }

  /// `text`: the share of the need's words, weighted by rarity, that the candidate's own texts
  /// carry, in [0, 1]; the better of English and Chinese (BM25 share, see docs/scoring.md). Unknown
  /// when the need has no words.
  public static SignalValue text(NeedCandidatePair pairing) {
    return pairing.ask().search().isBlank()
        ? unknown("text", pairing)
        : SignalValue.of(Math.max(pairing.candidate().text(), pairing.candidate().name()));
  }

  /// `instrument`: whether the financier offers what the need asks for, in [0, 1]: the share of the
  /// asked instruments that it offers, a relative in the tree counting as for technologies. Unknown
  /// when the need asks for none or the financier states none.
  public static SignalValue instrument(NeedCandidatePair pairing) {
    List<Code> asked = pairing.ask().instruments();
    List<Code> offered = ((Traits.OfFinancier) pairing.candidate().traits()).instruments();
    if (asked.isEmpty() || offered.isEmpty()) {
      return unknown("instrument", pairing);
    }
    double sum = 0;
    for (Code code : asked) {
      sum += pairing.fit(code, offered);
    }
    return SignalValue.of(sum / asked.size());
  }

  /// `readiness`: technology readiness level over 9 (ISO 16290), in [0.11, 1]. Unknown when none is
  /// stated.
  public static SignalValue readiness(NeedCandidatePair pairing) {
    Integer level = ((Traits.OfSolution) pairing.candidate().traits()).readiness();
    return level == null ? unknown("readiness", pairing) : SignalValue.of(level / 9.0);
  }

  /// `availability`: how many days the expert has for the programme, in [0, 1): d / (d + h) with h
  /// `signals.half_days`, the days at which it is one half. 0 if the period is over. Unknown
  /// without days.
  static SignalValue availability(NeedCandidatePair pairing) {
    Expert.Days days = ((Traits.OfExpert) pairing.candidate().traits()).days();
    if (days == null) {
      return unknown("availability", pairing);
    }
    int left = days.isOver(pairing.ask().asOf()) ? 0 : days.count();
    return SignalValue.of(left / (left + pairing.rules().ranking().signals().halfDays()));
  }

  private static SignalValue unknown(String signal, NeedCandidatePair pairing) {
    return SignalValue.unknown(pairing.rules().ranking().prior(signal));
  }
}
