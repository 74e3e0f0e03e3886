package greenpair.index.contract;

import module java.base;

import greenpair.catalog.Code;
import greenpair.catalog.Deployment;
import greenpair.catalog.EntryId;
import greenpair.catalog.Grade;
import greenpair.catalog.PartialDate;
import greenpair.catalog.Provenance;
import greenpair.catalog.value.Attributes;
import greenpair.catalog.value.Attributes.Size;
import greenpair.catalog.value.Fuel;
import org.jspecify.annotations.Nullable;

/// A deployment as used by ranking: what was done in which city, and the quality of the evidence.
///
/// @param inCity false if it is near the city, not in it
/// @param uses what it burns
/// @param sources [Provenance.key][greenpair.catalog.Provenance#key] of each source that was
///     checked
/// @param quantity what was built, its unit in English
/// @param isProgramme whether it is a programme of a province, state or country
/// @param parts of the firms whose part is known
/// @param published year of the source of its end or start; null if it is not dated
public record Precedent(
    EntryId deployment,
    CityTraits city,
    List<Code> technologies,
    Grade grade,
    Deployment.@Nullable Status status,
    @Nullable Integer start,
    @Nullable Integer end,
    boolean inCity,
    boolean verified,
    Attributes attributes,
    List<Fuel> uses,
    Set<Integer> sources,
    @Nullable Size quantity,
    boolean isProgramme,
    List<Part> parts,
    @Nullable Integer published) {
  /// What one firm did in it and how that went.
  ///
  /// @param result null if unknown
  /// @param figure of it, its unit in English: an amount or what it achieved; null if unknown
  /// @param technologies empty if it is all of the deployment
  public record Part(
      EntryId firm,
      Deployment.Role role,
      Deployment.@Nullable Success result,
      @Nullable Size figure,
      List<Code> technologies) {}

  /// A deployment in its city.
  public static Precedent of(Deployment deployment, CityTraits city) {
    return new Precedent(
        deployment.id(),
        city,
        deployment.technologies(),
        deployment.grade(),
        deployment.status(),
        deployment.start(),
        deployment.end(),
        !Boolean.FALSE.equals(deployment.inCity()),
        deployment.verified(),
        deployment.attributes(),
        deployment.uses(),
        Provenance.checked(deployment.profile().provenance()),
        quantity(deployment),
        deployment.scope() == Deployment.Scope.PROGRAMME,
        parts(deployment.parties()),
        published(deployment));
  }

  private static @Nullable Integer published(Deployment deployment) {
    String fact = deployment.end() == null ? "start" : "end";
    PartialDate date = Provenance.first(fact, deployment.profile().provenance()).published();
    return date == null ? null : (Integer) date.year();
  }

  /// How much was built, its unit in English; null if it is unknown or 0.
  private static @Nullable Size quantity(Deployment deployment) {
    Deployment.Quantity built = deployment.quantity();
    return built == null ? deployment.attributes().size() : built.size();
  }

  /// The parts of parties.
  private static List<Part> parts(List<Deployment.Party> parties) {
    return parties.stream()
        .map(
            each ->
                new Part(
                    each.firm(),
                    each.role(),
                    each.result(),
                    each.figure() == null ? null : each.figure().size(),
                    each.technologies()))
        .toList();
  }

  /// The technologies of a firm's own part: whoever delivered the battery of a bus depot did not
  /// prove its chargers.
  public List<Code> technologies(EntryId of) {
    List<Code> own =
        parts.stream()
            .filter(each -> each.firm().equals(of))
            .flatMap(each -> each.technologies().stream())
            .distinct()
            .toList();
    return own.isEmpty() ? technologies : own;
  }

  /// Sizes of what a firm did: the figures of its own part, then that of the deployment.
  public List<Size> sizes(EntryId of) {
    return Stream.concat(
            parts.stream().filter(each -> each.firm().equals(of)).map(Part::figure),
            Stream.ofNullable(quantity))
        .filter(Objects::nonNull)
        .toList();
  }

  /// Whether it is evidence of completed work, see [Deployment#proves].
  public boolean proves() {
    return Deployment.proves(grade, status);
  }

  /// Whether it failed, or was given up.
  public boolean failed() {
    return status != null && status.isFailure();
  }

  /// The year of completion or, if unknown, of the start.
  public @Nullable Integer year() {
    return Deployment.year(start, end);
  }
}
