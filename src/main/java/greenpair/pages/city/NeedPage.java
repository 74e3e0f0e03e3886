package greenpair.pages.city;

import module java.base;

import greenpair.catalog.City;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.match.Packages;
import greenpair.match.reason.Answer;
import greenpair.pages.view.ContactWays;
import org.jspecify.annotations.Nullable;

/// One need of a city with its recommendations.
public record NeedPage(
    City city,
    Chosen chosen,
    List<Need> others,
    ProgramNotes notes,
    Map<Entry.Key, ContactWays> reach) {
  /// The displayed need.
  ///
  /// @param draft the entered need; null for one of the catalog
  /// @param packages null for an entered need: they are computed only for needs of the catalog
  /// @param offset the lists that are read on; null for the beginning of each
  /// @param lists one of each kind that is ranked
  /// @param evidence every deployment that the lists rest on, strongest first
  public record Chosen(
      Need need,
      ProgramNotes.@Nullable Draft draft,
      Map<Kind, Shortlist> lists,
      @Nullable Offers packages,
      @Nullable ListOffset offset,
      List<Answer.Case> evidence) {
    public Shortlist list(Kind kind) {
      return Objects.requireNonNull(lists.get(kind));
    }
  }

  /// The lists of a need that are shown from a later position: all of one kind, or the packages.
  ///
  /// @param kind firm, financier, solution or expert; null for the packages
  /// @param from first entry of each list that is shown, from 0
  public record ListOffset(@Nullable Kind kind, int from) {
    /// The lists by their words in an address; packages have no kind.
    public static final Map<String, Optional<Kind>> WORDS =
        Stream.concat(Kind.RANKED.stream().map(Optional::of), Stream.of(Optional.<Kind>empty()))
            .collect(
                Collectors.toMap(kind -> kind.map(Kind::word).orElse("package"), kind -> kind));

    static boolean isOf(@Nullable ListOffset offset, @Nullable Kind kind) {
      return offset != null && offset.kind() == kind;
    }
  }

  /// The packages for a need without those that contain a vetoed member.
  ///
  /// @param from first package that was asked for, from 0
  /// @param ruledOut how many were left out for that, of all that were ranked
  public record Offers(List<Packages.Offer> shown, int from, int total, int ruledOut) {
    /// Takes the first of those that are left; ranks stay what they are.
    static Offers of(Packages packages, int limit, ProgramNotes notes) {
      List<Packages.Offer> left =
          packages.packages().stream()
              .filter(each -> !isRuledOut(each, notes, packages.need()))
              .toList();
      return new Offers(
          left.stream().limit(limit).toList(),
          packages.from(),
          packages.total(),
          packages.packages().size() - left.size());
    }

    private static boolean isRuledOut(Packages.Offer offer, ProgramNotes notes, EntryId need) {
      return Stream.of(
              notes.isRuledOut(Kind.SOLUTION, offer.solution().id(), need),
              notes.isRuledOut(Kind.FIRM, offer.firm().id(), need),
              notes.isRuledOut(Kind.FINANCIER, offer.financier().id(), need))
          .anyMatch(Boolean::booleanValue);
    }
  }
}
