package greenpair.match;

import greenpair.catalog.Code;
import greenpair.catalog.Deployment;
import greenpair.catalog.EntryId;
import greenpair.catalog.Grade;
import greenpair.catalog.value.Attributes;
import greenpair.index.contract.CityTraits;
import greenpair.index.contract.Precedent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Builds cases; by default of grade B, completed this year, verified and in the city.
public final class CaseMaker {
  private final EntryId id;
  private final CityTraits city;
  private final List<Code> technologies;
  private Grade grade = Grade.B;
  private Deployment.@Nullable Status status;
  private @Nullable Integer start;
  private @Nullable Integer end = Given.NOW;
  private boolean verified = true;
  private Attributes attributes = Attributes.NONE;
  private Attributes.@Nullable Size quantity;
  private boolean isProgramme;
  private @Nullable Integer published;
  private final List<Precedent.Part> parts = new ArrayList<>();

  CaseMaker(String id, CityTraits city, List<Code> technologies) {
    this.id = new EntryId(id);
    this.city = city;
    this.technologies = technologies;
  }

  public CaseMaker grade(Grade grade) {
    this.grade = grade;
    return this;
  }

  public CaseMaker status(Deployment.@Nullable Status status) {
    this.status = status;
    return this;
  }

  public CaseMaker years(@Nullable Integer start, @Nullable Integer end) {
    this.start = start;
    this.end = end;
    return this;
  }

  public CaseMaker attributes(Attributes attributes) {
    this.attributes = attributes;
    return this;
  }

  public CaseMaker verified(boolean verified) {
    this.verified = verified;
    return this;
  }

  public CaseMaker quantity(double value, String unit) {
    this.quantity = new Attributes.Size(value, unit);
    return this;
  }

  public CaseMaker programme() {
    this.isProgramme = true;
    return this;
  }

  /// Adds the part of a firm.
  ///
  /// @param technologies of this part; none given: all of the case
  public CaseMaker part(
      String firm,
      Deployment.Role role,
      Deployment.@Nullable Success result,
      String... technologies) {
    List<Code> own = Given.codes(technologies);
    parts.add(new Precedent.Part(new EntryId(firm), role, result, null, own));
    return this;
  }

  /// Adds the part of a firm with its size.
  public CaseMaker figure(String firm, Deployment.Role role, Attributes.Size figure) {
    parts.add(new Precedent.Part(new EntryId(firm), role, null, figure, List.of()));
    return this;
  }

  /// Dates its source.
  public CaseMaker published(int year) {
    this.published = year;
    return this;
  }

  public Precedent make() {
    return new Precedent(
        id,
        city,
        technologies,
        grade,
        status,
        start,
        end,
        true,
        verified,
        attributes,
        List.of(),
        Set.of(),
        quantity,
        isProgramme,
        List.copyOf(parts),
        published);
  }
}
