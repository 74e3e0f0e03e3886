package greenpair.web.plans;

import greenpair.plan.input.PlanRequest;
import greenpair.plan.meetings.Edit;
import greenpair.plan.meetings.EditedTimetable;
import greenpair.plan.meetings.Timetable;
import greenpair.program.PlanEdit;
import java.util.List;

/// The edits of a stored timetable by hand, and the timetable after them.
public final class EditHistory {
  private EditHistory() {}

  /// The timetable after those of its edits that were not undone.
  static EditedTimetable after(PlanRequest.Meetings asked, Timetable made, List<PlanEdit> edits) {
    return EditedTimetable.of(asked.summit(), made, edits(edits, false), edits(edits, true));
  }

  private static List<Edit> edits(List<PlanEdit> all, boolean undone) {
    return all.stream()
        .filter(each -> undone == (each.undone() != null))
        .map(each -> PlanJson.edit(each.edit()))
        .toList();
  }

  /// The request to which an edited timetable is the answer. Each edit and each undoing counts as a
  /// change for calendars.
  static PlanRequest.Meetings changed(
      PlanRequest.Meetings asked, EditedTimetable now, List<PlanEdit> edits) {
    int undone = (int) edits.stream().filter(each -> each.undone() != null).count();
    return new PlanRequest.Meetings(
        now.summit(), asked.zone(), asked.root(), asked.sequence() + edits.size() + undone);
  }

  /// The edits as they are shown.
  public static List<PlanView.Edited> views(PlanHandler.Kept kept) {
    return kept.asked() instanceof PlanRequest.Meetings asked
        ? kept.edits().stream().map(each -> view(asked, each)).toList()
        : List.of();
  }

  static PlanView.Edited view(PlanRequest.Meetings asked, PlanEdit made) {
    Edit edit = PlanJson.edit(made.edit());
    boolean held = edit.action() != Edit.Action.CANCEL;
    return new PlanView.Edited(
        made.id(),
        edit.action(),
        edit.city(),
        edit.partner(),
        held ? asked.summit().slots().get(edit.slot()).start() : null,
        held ? asked.time(asked.summit().slots().get(edit.slot())) : "",
        held ? edit.table() : null,
        edit.interpreter(),
        made.made(),
        made.undone());
  }
}
