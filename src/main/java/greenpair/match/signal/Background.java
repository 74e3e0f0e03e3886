package greenpair.match.signal;

import module java.base;

import greenpair.catalog.Deployment;
import greenpair.catalog.Grade;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.catalog.value.Attribute;
import greenpair.catalog.value.Attributes.Size;
import greenpair.catalog.value.Word;
import greenpair.index.contract.Precedent;
import greenpair.match.settings.MatchQuery;
import greenpair.match.settings.Rules;
import org.jspecify.annotations.Nullable;

/// Why a past project is background: it may support a recommendation, but does not carry it.
public enum Background implements Word {
  /// It failed, or went badly for the firm.
  WENT_WRONG,
  /// `headline.oldest` years old or older.
  OLD,
  /// It operated and was closed.
  CLOSED,
  /// Its year is in the future.
  PLANNED,
  /// A programme of a province, state or country, not a project.
  PROGRAMME,
  /// Its city is less similar than `headline.likeness`.
  UNLIKE,
  /// Of another building or project type than the need.
  OTHER_KIND,
  /// Smaller than `headline.size` of the need.
  TOO_SMALL,
  /// A trial: fewer than `sizes.trial`, and smaller than the need as far as known.
  TRIAL,
  /// A claim of grade C that states neither size nor result.
  UNMEASURED,
  /// Not of the first technology of the need; of who delivers nothing himself: its own first
  /// technology is not even related to what the need asks for.
  OTHER_TECHNOLOGY,
  /// It states how it went for others, not for the firm.
  OTHER_RESULT,
  /// The firm had a part that cannot deliver the need.
  OTHER_ROLE,
  /// The need says what it buys, and the part of the firm is unknown.
  UNKNOWN_ROLE,
  /// The need states a size, and the case none that can be compared with it.
  UNKNOWN_SIZE,
  /// None of its sources was checked.
  UNCHECKED;

  private static final List<Attribute> KINDS = List.of(Attribute.PROJECT_TYPE, Attribute.BUILDING);

  /// @param sizes of what the firm did
  /// @param similarity of its city
  /// @param fit relation to the first technology of the need, or of its own first one to any
  /// @param size divided by that of the need; null if they cannot be compared
  static Set<Background> of(
      Precedent precedent,
      List<Size> sizes,
      double similarity,
      double fit,
      @Nullable Double size,
      OwnPart part,
      boolean isRoleAsked,
      MatchQuery query,
      Rules rules) {
    Set<Background> all = EnumSet.noneOf(Background.class);
    if (precedent.failed() || part.wentWrong()) {
      all.add(WENT_WRONG);
    }
    Integer year = precedent.year();
    if (year != null && query.asOf() - year >= rules.ranking().headline().oldest()) {
      all.add(OLD);
    }
    if (year != null && year > query.asOf()) {
      all.add(PLANNED);
    }
    if (precedent.status() == Deployment.Status.CLOSED) {
      all.add(CLOSED);
    }
    if (precedent.isProgramme()) {
      all.add(PROGRAMME);
    }
    if (similarity < rules.ranking().headline().likeness()) {
      all.add(UNLIKE);
    }
    if (KINDS.stream().anyMatch(each -> differs(each, precedent, query, rules))) {
      all.add(OTHER_KIND);
    }
    if (size != null && size < rules.ranking().headline().size()) {
      all.add(TOO_SMALL);
    }
    if (part.duty() != OwnPart.Duty.NONE) {
      boolean isSmaller = size == null || size < 1;
      if (isSmaller && rules.ranking().sizes().isTrial(sizes)) {
        all.add(TRIAL);
      }
      if (part.result() == null && precedent.grade() == Grade.C && sizes.isEmpty()) {
        all.add(UNMEASURED);
      }
    }
    double least =
        part.duty() == OwnPart.Duty.NONE
            ? rules.ranking().relation(Taxonomy.Relation.SIBLING)
            : rules.ranking().minimumProofFit();
    if (query.need() != null && fit < least) {
      all.add(OTHER_TECHNOLOGY);
    }
    if (part.isSilent()) {
      all.add(OTHER_RESULT);
    }
    if (part.duty() == OwnPart.Duty.OTHER) {
      all.add(OTHER_ROLE);
    }
    if (isRoleAsked && part.duty() == OwnPart.Duty.UNKNOWN) {
      all.add(UNKNOWN_ROLE);
    }
    if (query.quantity() != null && size == null && part.duty() != OwnPart.Duty.NONE) {
      all.add(UNKNOWN_SIZE);
    }
    if (!precedent.verified()) {
      all.add(UNCHECKED);
    }
    return all;
  }

  private static boolean differs(
      Attribute attribute, Precedent precedent, MatchQuery query, Rules rules) {
    List<String> wanted = query.attributes().of(attribute);
    List<String> done = precedent.attributes().of(attribute);
    return !wanted.isEmpty()
        && !done.isEmpty()
        && rules.ranking().similar().overlap(wanted, done) == 0;
  }
}
