package greenpair.pages.entry;

import module java.base;

import greenpair.catalog.Deployment;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.Need;
import greenpair.catalog.Partner;
import greenpair.catalog.Text;
import greenpair.match.Opportunities;
import greenpair.match.reason.Answer;
import greenpair.pages.city.ProgramNotes;
import greenpair.search.Hit;
import org.jspecify.annotations.Nullable;

/// A firm, financier, expert or solution: facts with their sources, deployments, and which cities
/// it could serve.
///
/// @param deployments successful ones first, then the best documented, then the newest
/// @param cases number of all deployments; for a solution, only the first are shown
/// @param opportunities needs from a partner's own side; null for a solution
/// @param firms who offers a solution; empty for a partner
/// @param offerers firms in all
/// @param alike entries of the kind that offer the same, for comparison
/// @param needs which cities want a solution; empty for a partner
/// @param notes remarks of programme members
public record EntryPage(
    Entry entry,
    List<Answer.NamedCode> technologies,
    List<Fact> facts,
    List<Done> deployments,
    long cases,
    @Nullable Opportunities opportunities,
    List<Hit> firms,
    long offerers,
    List<EntryId> alike,
    List<Need> needs,
    ProgramNotes notes) {
  /// Deployments and opportunities that are shown at once; the rest opens on demand.
  public static final int SHOWN = 3;

  /// Needs that a partner could serve on one page, and hits that a solution shows.
  public static final int NEEDS = 20;

  /// The search for all entries of a kind that name a technology of this one.
  public String search(Kind kind) {
    return entry.technologies().stream()
        .map(code -> "&technology=" + code.value())
        .collect(Collectors.joining("", "/?kind=" + kind.word(), ""));
  }

  /// The status of a partner in the catalog's word; null if it is unknown.
  public @Nullable String status() {
    Partner.Status status = Entry.partner(entry).status();
    return status == null ? null : status.word();
  }

  /// A deployment.
  ///
  /// @param firms who did it
  public record Done(Deployment deployment, List<Answer.Doer> firms) {
    /// The year of completion or, where unknown, of start.
    public @Nullable Integer year() {
      return deployment.end() != null ? deployment.end() : deployment.start();
    }

    /// Whether it went wrong.
    public boolean isFailure() {
      Deployment.Status status = deployment.status();
      return deployment.reason() != null || (status != null && status.isFailure());
    }

    /// What came of it, and the reason of a failure unless the outcome states it already.
    public List<Text> told() {
      Text outcome = deployment.outcome();
      Text reason = deployment.reason();
      if (outcome == null || reason == null) {
        return Stream.of(outcome, reason).filter(Objects::nonNull).toList();
      }
      return says(outcome, reason) ? List.of(outcome) : List.of(outcome, reason);
    }

    private static boolean says(Text outcome, Text reason) {
      String whole = outcome.best(Language.EN).toLowerCase(Locale.ROOT);
      return whole.contains(reason.best(Language.EN).toLowerCase(Locale.ROOT));
    }
  }

  /// Up to four solutions, firms or financiers side by side.
  ///
  /// @param unknown ids that no entry of the kind has
  public record ComparePage(
      List<EntryPage> entries, List<String> fields, List<String> unknown, boolean isTooMany) {
    /// Entries that fit side by side.
    public static final int MOST = 4;

    /// Whether no fact of any of the solutions was checked, so that this can be stated once.
    public boolean isAllEstimates() {
      return entries.stream()
          .allMatch(
              each ->
                  each.entry().kind() == Kind.SOLUTION
                      && each.facts().stream().noneMatch(Fact::isChecked));
    }

    /// The field of an entry, or nothing if it is unknown of it.
    public List<Fact> fact(EntryPage page, String field) {
      return page.facts().stream().filter(each -> each.field().equals(field)).toList();
    }
  }
}
