package greenpair.learn;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.program.introduction.Introduction;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The outcome of an introduction.
///
/// @param need null if it concerns the whole city
/// @param reached the furthest stage reached; never [Introduction.Stage#STOPPED]
/// @param ended whether it is final: a contract, or stopped at this stage; an open one may still
///     reach any later stage
public record Outcome(
    String introduction,
    EntryId city,
    @Nullable EntryId need,
    Kind kind,
    EntryId partner,
    Introduction.Stage reached,
    boolean ended) {
  /// Whether it is known to have got further than another, which ended.
  boolean isBeyond(Outcome other) {
    return other.ended && reached.compareTo(other.reached) > 0;
  }

  /// Whether both are of the same need, so that only the partners differ.
  boolean isOfNeed(Outcome other) {
    return city.equals(other.city) && Objects.equals(need, other.need);
  }

  /// A key that is equal for introductions of the same partner for the same need.
  String pair() {
    return kind.word() + " " + partner + " " + city + " " + (need == null ? "" : need);
  }
}
