package greenpair.pages.city;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.match.reason.Answer;
import greenpair.program.Remarks.Remark;

/// A list of a need as arranged by the programme: pinned entries come first and vetoed ones are
/// listed separately. Scores and ranks do not change, and no entry disappears.
///
/// @param elsewhere pinned or excluded entries that are not on the list; empty on later pages of it
public record Shortlist(
    Answer answer,
    List<Answer.Recommendation> shown,
    List<Answer.Recommendation> unproven,
    List<Answer.Recommendation> ruledOut,
    List<Remark> elsewhere,
    ProgramNotes notes,
    EntryId need) {
  static Shortlist of(Answer answer, ProgramNotes notes, EntryId need) {
    Kind kind = answer.kind();
    List<Answer.Recommendation> all =
        Stream.of(
                answer.recommendations(),
                answer.incumbents(),
                answer.belowThreshold(),
                answer.unproven(),
                answer.peers())
            .flatMap(List::stream)
            .toList();
    List<Answer.Recommendation> ruledOut =
        all.stream().filter(each -> notes.isRuledOut(kind, each.id(), need)).toList();
    List<Remark> elsewhere =
        notes.marks(kind, need).stream()
            .filter(mark -> answer.from() == 0)
            .filter(mark -> all.stream().noneMatch(each -> each.id().equals(mark.entry())))
            .toList();
    return new Shortlist(
        answer,
        arranged(answer.recommendations(), ruledOut, notes, need),
        arranged(answer.unproven(), ruledOut, notes, need),
        ruledOut,
        elsewhere,
        notes,
        need);
  }

  private static List<Answer.Recommendation> arranged(
      List<Answer.Recommendation> ranked,
      List<Answer.Recommendation> ruledOut,
      ProgramNotes notes,
      EntryId need) {
    List<Answer.Recommendation> first = new ArrayList<>();
    List<Answer.Recommendation> then = new ArrayList<>();
    for (Answer.Recommendation each : ranked) {
      if (!ruledOut.contains(each)) {
        (notes.isPinned(each.kind(), each.id(), need) ? first : then).add(each);
      }
    }
    first.addAll(then);
    return List.copyOf(first);
  }

  /// Whether any list has more entries than are shown.
  public boolean isCut() {
    Answer.Totals all = answer.totals();
    return all.recommendations() > answer.recommendations().size()
        || all.incumbents() > answer.incumbents().size()
        || all.belowThreshold() > answer.belowThreshold().size()
        || all.unproven() > answer.unproven().size()
        || all.peers() > answer.peers().size()
        || all.excluded() > answer.excluded().size()
        || all.failures() > answer.failures().size();
  }

  /// Entries of the longest list: so far the pages of all of them go.
  public int longest() {
    Answer.Totals all = answer.totals();
    return IntStream.of(
            all.recommendations(),
            all.incumbents(),
            all.belowThreshold(),
            all.unproven(),
            all.peers(),
            all.excluded(),
            all.failures())
        .max()
        .orElse(0);
  }

  /// Recommended entries that were not ruled out, shown or not.
  public int total() {
    return answer.totals().recommendations() - (answer.recommendations().size() - shown.size());
  }

  /// Leads that were not ruled out, shown or not.
  public int leads() {
    return answer.totals().unproven() - (answer.unproven().size() - unproven.size());
  }

  /// Whether a lead is pinned, so that the group of leads must not be closed.
  public boolean hasPinnedLead() {
    return unproven.stream().anyMatch(this::isPinned);
  }

  public boolean isPinned(Answer.Recommendation each) {
    return notes.isPinned(each.kind(), each.id(), need) && !ruledOut.contains(each);
  }

  /// Firms that already work in the city and were not ruled out.
  public List<Answer.Recommendation> incumbents() {
    return answer.incumbents().stream().filter(each -> !ruledOut.contains(each)).toList();
  }

  public List<Answer.Recommendation> below() {
    return answer.belowThreshold().stream().filter(each -> !ruledOut.contains(each)).toList();
  }

  public List<Answer.Recommendation> peers() {
    return answer.peers().stream().filter(each -> !ruledOut.contains(each)).toList();
  }
}
