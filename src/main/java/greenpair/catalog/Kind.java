package greenpair.catalog;

import module java.base;

import greenpair.catalog.value.Word;

/// The kinds of entries in a catalog.
public enum Kind implements Word {
  CITY,
  NEED,
  FIRM,
  FINANCIER,
  SOLUTION,
  DEPLOYMENT,
  PROGRAMME,
  EXPERT;

  /// The kinds that are ranked for a need, in the order of answers.
  public static final List<Kind> RANKED = List.of(FIRM, FINANCIER, SOLUTION, EXPERT);

  public static final List<Kind> PARTNERS = List.of(FIRM, FINANCIER, EXPERT);

  /// The kinds whose names are completed while a user types.
  public static final List<Kind> TYPED = List.of(SOLUTION, FIRM, FINANCIER, EXPERT, CITY);

  /// The kinds that users search; programmes only select what is listed.
  public static final List<Kind> SEARCHED =
      List.of(CITY, NEED, FIRM, FINANCIER, SOLUTION, DEPLOYMENT, EXPERT);

  /// Whether it is a firm or a financier, which can state what they want.
  public boolean isOrganisation() {
    return this == FIRM || this == FINANCIER;
  }

  /// Whether entries of the kind are partners of cities.
  public boolean isPartner() {
    return PARTNERS.contains(this);
  }

  /// The kind with that word, or empty if there is none.
  public static Optional<Kind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }
}
