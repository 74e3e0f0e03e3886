/// Schedules the meetings of a summit: who meets whom, when and at which table.
///
/// [Summit] is the problem, [Timetable] its solution, and [TimetableCheck] verifies it without
/// solving it again.
package greenpair.plan.meetings;
