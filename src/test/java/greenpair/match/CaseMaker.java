package greenpair.match;

import greenpair.Records;
import greenpair.catalog.Code;
import greenpair.catalog.Deployment;
import greenpair.catalog.EntryId;
import greenpair.catalog.Grade;
import greenpair.catalog.value.Attributes;
import greenpair.index.contract.CityTraits;
import greenpair.index.contract.Precedent;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Builds cases; by default of grade B, completed this year, verified and in the city.
public final class CaseMaker {
  private Precedent made;

  CaseMaker(String id, CityTraits city, List<Code> technologies) {
    made =
        Records.make(
            Precedent.class,
            "deployment",
            new EntryId(id),
            "city",
            city,
            "technologies",
            technologies,
            "grade",
            Grade.B,
            "end",
            Given.NOW,
            "inCity",
            true,
            "verified",
            true);
  }

  private CaseMaker with(String part, @Nullable Object value) {
    made = Records.with(made, part, value);
    return this;
  }

  public CaseMaker grade(Grade grade) {
    return with("grade", grade);
  }

  public CaseMaker status(Deployment.@Nullable Status status) {
    return with("status", status);
  }

  public CaseMaker years(@Nullable Integer start, @Nullable Integer end) {
    return with("start", start).with("end", end);
  }

  public CaseMaker attributes(Attributes attributes) {
    return with("attributes", attributes);
  }

  public CaseMaker verified(boolean verified) {
    return with("verified", verified);
  }

  public CaseMaker quantity(double value, String unit) {
    return with("quantity", new Attributes.Size(value, unit));
  }

  public CaseMaker programme() {
    return with("isProgramme", true);
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
    return add(new Precedent.Part(new EntryId(firm), role, result, null, own));
  }

  /// Adds the part of a firm with its size.
  public CaseMaker figure(String firm, Deployment.Role role, Attributes.Size figure) {
    return add(new Precedent.Part(new EntryId(firm), role, null, figure, List.of()));
  }

  private CaseMaker add(Precedent.Part part) {
    return with("parts", Stream.concat(made.parts().stream(), Stream.of(part)).toList());
  }

  /// Dates its source.
  public CaseMaker published(int year) {
    return with("published", year);
  }

  public Precedent make() {
    return made;
  }
}
