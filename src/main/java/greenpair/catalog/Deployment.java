package greenpair.catalog;

import module java.base;

import greenpair.catalog.value.Attributes;
import greenpair.catalog.value.Fuel;
import greenpair.catalog.value.InvalidException;
import greenpair.catalog.value.Rule;
import greenpair.catalog.value.Word;
import org.jspecify.annotations.Nullable;

/// States who did what, and where. It is evidence for a technology and for each firm that it names.
///
/// @param city the city in which it is located or which it serves
/// @param inCity false if it is near the city, not in it
/// @param parties what each firm did and how that went; a firm without one had an unknown part
/// @param scope whether it is one project, or a programme of which `city` only marks the place
/// @param attributes properties that distinguish it from other projects of its technology
/// @param cost as published, in words, like the outcome
/// @param uses fuels that it burns; empty if unknown or none
public record Deployment(
    Profile profile,
    EntryId city,
    @Nullable Text location,
    @Nullable Boolean inCity,
    @Nullable Scope scope,
    List<EntryId> firms,
    List<Party> parties,
    List<EntryId> financiers,
    List<EntryId> experts,
    @Rule.Under("FIN") List<Code> instruments,
    @Rule.Year @Nullable Integer start,
    @Rule.Year @Rule.NotBelow("start") @Nullable Integer end,
    @Nullable Quantity quantity,
    Attributes attributes,
    @Nullable Text cost,
    @Nullable Text outcome,
    @Nullable Status status,
    Grade grade,
    @Nullable Text reason,
    List<Fuel> uses,
    List<Result> results)
    implements Entry {
  /// The fields that state who did what, where and since when. All of them must be checked for a
  /// deployment to count as verified.
  private static final Set<String> CORE =
      FieldTable.keys(
          Deployment.class, "name", "technologies", "city", "firms", "start", "status", "grade");

  /// The state of the project.
  public enum Status implements Word {
    OPERATING,
    CLOSED,
    FAILED,
    PLANNED,
    BUILDING,
    /// A permit, award or contract was granted, but work has not begun.
    APPROVED,
    /// A permit or an award was denied.
    REFUSED,
    /// Cancelled by its sponsor.
    WITHDRAWN,
    /// Its permit, award or contract expired unused.
    EXPIRED;

    /// Whether the work was completed, not only planned.
    public boolean isBuilt() {
      return this == OPERATING || this == CLOSED;
    }

    /// Whether it failed or was cancelled.
    public boolean isFailure() {
      return switch (this) {
        case FAILED, REFUSED, WITHDRAWN, EXPIRED -> true;
        case OPERATING, CLOSED, PLANNED, BUILDING, APPROVED -> false;
      };
    }
  }

  /// How far it reaches.
  public enum Scope {
    /// One project in one place.
    PROJECT,
    /// A programme of a province, state or country.
    PROGRAMME
  }

  /// What a firm does in a project.
  public enum Role implements Word {
    /// Makes the product: buses, panels, heat pumps.
    MAKER,
    /// Fits products on site.
    INSTALLER,
    /// Builds the works.
    CONTRACTOR,
    /// Finances or guarantees savings under an energy performance contract.
    ESCO,
    /// Develops projects for its own account.
    DEVELOPER,
    OWNER,
    OPERATOR,
    /// Architect, engineer or planner.
    DESIGNER,
    ADVISER,
    /// Runs a programme, such as a rebate.
    ADMINISTRATOR,
    EVALUATOR,
    /// Supplies a platform, an optimiser or controls.
    SOFTWARE
  }

  /// How a project went for the part of one firm.
  public enum Success implements Word {
    /// It works as wanted or better, with a stated outcome.
    GOOD,
    MIXED,
    /// It did badly, lost a test or clearly missed its target.
    POOR,
    /// It was withdrawn or removed, or the firm failed before the end.
    STOPPED
  }

  /// A number that states a result; it may be negative.
  ///
  /// @param bound how exact it is; null if the number itself is meant
  public record Figure(
      @Rule.Range(min = -Rule.OPEN) double value,
      @Rule.Names(Rule.Named.UNIT) Text unit,
      @Nullable Bound bound) {
    public Figure {
      Result.checkPart(
          value, unit, "(?s)%\\W*(?:less|lower|fewer|saved|saving|cut).*|%[^\\w]*(?:[降节减少]|低于).*");
    }

    /// The same with the unit in English, to be compared; null if it is not above 0.
    public Attributes.@Nullable Size size() {
      return value > 0 ? new Attributes.Size(value, unit.best(Language.EN)) : null;
    }
  }

  /// How a number that is not exact is meant.
  public enum Bound {
    AT_LEAST,
    AT_MOST,
    ABOUT
  }

  /// A firm in one of its roles.
  ///
  /// @param share percentage that it owns, above 0 and at most 100
  /// @param result how it went for this part, not for the whole project; null if unknown
  /// @param figure the number on which the result rests
  /// @param outcome the result in words, where no figure says it or it did not go well
  /// @param source address, if it is not a source of the deployment
  /// @param technologies of this part, if it is not the whole deployment; else empty
  public record Party(
      EntryId firm,
      Role role,
      @Rule.Range(max = 100, isAbove = true) @Nullable Double share,
      @Nullable Text did,
      @Nullable Success result,
      @Nullable Figure figure,
      @Nullable Text outcome,
      @Rule.Address @Nullable String source,
      List<Code> technologies) {
    /// Rounding tolerance of each percentage.
    public static final double ROUNDING = 0.5;

    public Party {
      technologies = List.copyOf(technologies);
    }
  }

  /// How much was built.
  public record Quantity(@Rule.Range double value, @Rule.Names(Rule.Named.UNIT) Text unit) {
    /// The same with the unit in English, to be compared; null if it is 0.
    public Attributes.@Nullable Size size() {
      return value == 0 ? null : new Attributes.Size(value, unit.best(Language.EN));
    }
  }

  public Deployment {
    firms = List.copyOf(firms);
    parties = parties.stream().distinct().toList();
    for (Party party : parties) {
      if (!firms.contains(party.firm())) {
        throw new InvalidException("parties", "firm", party.firm());
      }
    }
    DeploymentChecks.shares(parties);
    DeploymentChecks.results(parties, status, outcome);
    financiers = List.copyOf(financiers);
    experts = List.copyOf(experts);
    instruments = List.copyOf(instruments);
    uses = List.copyOf(uses);
    results = List.copyOf(results);
    DeploymentChecks.sources(profile.provenance(), start, status, parties, results);
    Integer year = year(start, end);
    boolean isBuilt = status != null && status.isBuilt();
    if (isBuilt && year != null && year > Year.now(ZoneOffset.MAX).getValue()) {
      throw new InvalidException("deployment_future", "year", year);
    }
    if (start != null && end != null && start > end) {
      throw new InvalidException("deployment_years", "start", start, "end", end);
    }
  }

  /// The partners of a kind that it names.
  public List<EntryId> partners(Kind kind) {
    return switch (kind) {
      case FIRM -> firms;
      case FINANCIER -> financiers;
      case EXPERT -> experts;
      case CITY, NEED, SOLUTION, DEPLOYMENT, PROGRAMME -> List.of();
    };
  }

  /// The field that names the partners of a kind.
  public static String field(Kind kind) {
    return kind.word() + "s";
  }

  /// Whether it is evidence of completed work: graded better than D, and neither failed, pending
  /// nor abandoned. If the status is unknown, only the grade counts.
  public static boolean proves(Grade grade, @Nullable Status status) {
    return grade.proves() && (status == null || status.isBuilt());
  }

  /// The year of completion or, if unknown, of the start.
  public static @Nullable Integer year(@Nullable Integer start, @Nullable Integer end) {
    return end != null ? end : start;
  }

  /// Whether a source was checked and none of the fields that state who did what, where and since
  /// when is unverified.
  @Override
  public boolean verified() {
    return Entry.super.verified() && profile.unverified().stream().noneMatch(CORE::contains);
  }

  @Override
  public Kind kind() {
    return Kind.DEPLOYMENT;
  }
}
