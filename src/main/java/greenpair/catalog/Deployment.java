package greenpair.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who did what where. It proves a technology, and a firm where one is named.
///
/// @param city the city that it lies in or serves
/// @param location exact place
/// @param inCity false when it lies near the city, not in it
/// @param attributes in what it is like or unlike other projects of its technology
/// @param cost as published, in words
/// @param outcome as published, in words
public record Deployment(
    Profile profile,
    EntryId city,
    @Nullable Text location,
    @Nullable Boolean inCity,
    List<EntryId> firms,
    List<EntryId> financiers,
    List<Code> instruments,
    @Nullable Integer start,
    @Nullable Integer end,
    @Nullable Quantity quantity,
    Attributes attributes,
    @Nullable Text cost,
    @Nullable Text outcome,
    @Nullable Status status,
    Grade grade)
    implements Entry {
  /// What became of it.
  public enum Status {
    OPERATING,
    CLOSED,
    FAILED,
    PLANNED,
    BUILDING,
    /// Has its permit, award or contract, and is not begun.
    APPROVED,
    /// A permit or an award was denied.
    REFUSED,
    /// Called off by those who planned it.
    WITHDRAWN,
    /// Its permit, award or contract ran out unused.
    EXPIRED;

    /// Whether it says that the thing was done, and not only meant to be.
    public boolean isBuilt() {
      return switch (this) {
        case OPERATING, CLOSED -> true;
        case FAILED, PLANNED, BUILDING, APPROVED, REFUSED, WITHDRAWN, EXPIRED -> false;
      };
    }
  }

  /// How much was built.
  public record Quantity(double value, Text unit) {
    public Quantity {
      if (!Double.isFinite(value) || value < 0) {
        throw new IllegalArgumentException(
            "quantity.value is a finite number from 0; got " + value);
      }
    }
  }

  public Deployment {
    firms = List.copyOf(firms);
    financiers = List.copyOf(financiers);
    instruments = List.copyOf(instruments);
    checkYear("start", start);
    checkYear("end", end);
    if (start != null && end != null && start > end) {
      throw new IllegalArgumentException("start must not exceed end; got " + start + ", " + end);
    }
  }

  private static void checkYear(String name, @Nullable Integer year) {
    if (year != null && (year < 1800 || year > 2200)) {
      throw new IllegalArgumentException(name + " is a year from 1800 to 2200; got " + year);
    }
  }

  /// Whether it shows that the thing was done: graded better than D, and neither failed nor still
  /// to be done nor given up. Of one whose status is unknown the grade alone speaks.
  public static boolean proves(Grade grade, @Nullable Status status) {
    return grade.proves() && (status == null || status.isBuilt());
  }

  /// The year in which it was finished or, where that is unknown, begun.
  public static @Nullable Integer year(@Nullable Integer start, @Nullable Integer end) {
    return end != null ? end : start;
  }

  @Override
  public Kind kind() {
    return Kind.DEPLOYMENT;
  }
}
