/// Schedules the meetings of a summit: who meets whom, when and at which table.
///
/// [Summit] is the problem, [Timetable] its solution, and [TimetableCheck] finds what clashes
/// in it.
package greenpair.plan.meetings;
