package greenpair.match.signal;

import module java.base;

import greenpair.catalog.Code;
import greenpair.catalog.Expert;
import greenpair.catalog.Kind;
import greenpair.index.contract.Traits;
import greenpair.match.settings.Side;
import greenpair.match.settings.SignalNames;
import greenpair.match.signal.Signal.SignalValue;

/// The signals of the score of each kind, in the order of explanations. The city's side measures
/// what the city gains from the candidate, the partner's side what the partner gains from the city.
/// Solutions and experts have no partner's side: experts sell nothing.
public final class Signals {
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

  /// @param name its word in configuration, explanations and docs
  private record Named(String name, Basis basis, Signal signal) {}

  private static final Named TECHNOLOGY =
      ofEntry(TechnologyFit.NAME, "technologies", new TechnologyFit());
  private static final Named EVIDENCE = ofCases(DeploymentEvidence.NAME, new DeploymentEvidence());
  private static final Named TEXT = new Named("text", new Basis.Words(), Signals::text);
  private static final Named SECTOR = ofEntry(SectorFocus.NAME, "technologies", new SectorFocus());

  private static final double HALF_DAYS = 10;

  private static final List<Named> FIRM =
      List.of(
          TECHNOLOGY,
          EVIDENCE,
          ofCases(SimilarWork.NAME, new SimilarWork()),
          TEXT,
          ofField(Activity.NAME, "status", new Activity()));
  private static final List<Named> FIRM_SIDE =
      List.of(
          ofField(MarketFit.NAME, "market", new MarketFit()),
          ofCases(Presence.NAME, new Presence()),
          ofCases(Nearness.NAME, new Nearness()),
          ofCases(SimilarNearby.NAME, new SimilarNearby()),
          SECTOR,
          ofCases(ScaleFit.NAME, new ScaleFit()));
  private static final List<Named> FINANCIER =
      List.of(
          TECHNOLOGY, ofEntry("instrument", "instruments", Signals::instrument), EVIDENCE, TEXT);
  private static final List<Named> FINANCIER_SIDE =
      List.of(
          ofField(Focus.NAME, "market", new Focus()),
          ofField(TicketFit.NAME, "ticket", new TicketFit()),
          SECTOR);
  private static final List<Named> SOLUTION =
      List.of(
          TECHNOLOGY,
          EVIDENCE,
          ofField(Suitability.NAME, "suits", new Suitability()),
          TEXT,
          ofField("readiness", "readiness", Signals::readiness));
  private static final List<Named> EXPERT =
      List.of(
          TECHNOLOGY,
          EVIDENCE,
          ofField(SharedLanguage.NAME, "languages", new SharedLanguage()),
          ofField("availability", "days", Signals::availability),
          TEXT);
  private static final Map<Side, Map<Kind, SequencedMap<String, Signal>>> ALL =
      new EnumMap<>(Side.class);
  private static final Map<Side, Map<Kind, List<String>>> WORDS = new EnumMap<>(Side.class);
  private static final Map<String, Basis> BASES = new LinkedHashMap<>();

  static {
    add(Side.CITY, Kind.FIRM, FIRM);
    add(Side.PARTNER, Kind.FIRM, FIRM_SIDE);
    add(Side.CITY, Kind.FINANCIER, FINANCIER);
    add(Side.PARTNER, Kind.FINANCIER, FINANCIER_SIDE);
    add(Side.CITY, Kind.SOLUTION, SOLUTION);
    add(Side.CITY, Kind.EXPERT, EXPERT);
  }

  public static final List<String> NAMES = List.copyOf(BASES.keySet());

  /// The same by side and kind, as the settings ask for them.
  public static final SignalNames BY_SIDE = new SignalNames(WORDS);

  private Signals() {}

  private static void add(Side side, Kind kind, List<Named> signals) {
    SequencedMap<String, Signal> byName = new LinkedHashMap<>();
    for (Named each : signals) {
      byName.put(each.name, each.signal);
      BASES.put(each.name, each.basis);
    }
    ALL.computeIfAbsent(side, key -> new EnumMap<>(Kind.class))
        .put(kind, Collections.unmodifiableSequencedMap(byName));
    WORDS
        .computeIfAbsent(side, key -> new EnumMap<>(Kind.class))
        .put(kind, List.copyOf(byName.keySet()));
  }

  private static Named ofEntry(String name, String field, Signal signal) {
    return new Named(name, new Basis.Field(field, true), signal);
  }

  private static Named ofField(String name, String field, Signal signal) {
    return new Named(name, new Basis.Field(field, false), signal);
  }

  private static Named ofCases(String name, Signal signal) {
    return new Named(name, new Basis.Cases(), signal);
  }

  /// What the signal of that word rests on.
  public static Basis basis(String signal) {
    return signal.equals(PreferenceFit.NAME)
        ? new Basis.Field(PreferenceFit.NAME, false)
        : Objects.requireNonNull(BASES.get(signal));
  }

  /// The signals of a side by their words in configuration, explanations and docs; empty for the
  /// partner's side of a solution or expert.
  public static SequencedMap<String, Signal> of(Kind kind, Side side) {
    if (!Kind.RANKED.contains(kind)) {
      throw new IllegalArgumentException(kind.word() + " is not ranked for a need");
    }
    return Objects.requireNonNull(ALL.get(side))
        .getOrDefault(kind, Collections.unmodifiableSequencedMap(new LinkedHashMap<>()));
  }

  /// `text`: the share of the need's words, weighted by rarity, that the candidate's own texts
  /// carry, in [0, 1]; the better of English and Chinese (BM25 share, see docs/scoring.md). Unknown
  /// when the need has no words.
  public static SignalValue text(NeedCandidatePair pair) {
    return pair.query().search().isBlank()
        ? unknown("text", pair)
        : SignalValue.of(Math.max(pair.candidate().text(), pair.candidate().name()));
  }

  /// `instrument`: whether the financier offers what the need asks for, in [0, 1]: the share of the
  /// asked instruments that it offers, a relative in the tree counting as for technologies. Unknown
  /// when the need asks for none or the financier states none.
  public static SignalValue instrument(NeedCandidatePair pair) {
    List<Code> asked = pair.query().instruments();
    List<Code> offered = ((Traits.OfFinancier) pair.candidate().traits()).instruments();
    if (asked.isEmpty() || offered.isEmpty()) {
      return unknown("instrument", pair);
    }
    double sum = 0;
    for (Code code : asked) {
      sum += pair.fit(code, offered);
    }
    return SignalValue.of(sum / asked.size());
  }

  /// `readiness`: technology readiness level over 9 (ISO 16290), in [0.11, 1]. Unknown when none is
  /// stated.
  public static SignalValue readiness(NeedCandidatePair pair) {
    Integer level = ((Traits.OfSolution) pair.candidate().traits()).readiness();
    return level == null
        ? SignalValue.unknown(pair.rules().ranking().prior("readiness"), 1 / 9.0)
        : SignalValue.of(level / 9.0);
  }

  /// `availability`: how many days the expert has for the programme, in [0, 1): d / (d + 10): ten
  /// days are one half. 0 if the period is over. Unknown without days.
  static SignalValue availability(NeedCandidatePair pair) {
    Expert.Days days = ((Traits.OfExpert) pair.candidate().traits()).days();
    if (days == null) {
      return unknown("availability", pair);
    }
    int left = days.isOver(pair.query().asOf()) ? 0 : days.count();
    return SignalValue.of(left / (left + HALF_DAYS));
  }

  private static SignalValue unknown(String signal, NeedCandidatePair pair) {
    return SignalValue.unknown(pair.rules().ranking().prior(signal));
  }
}
