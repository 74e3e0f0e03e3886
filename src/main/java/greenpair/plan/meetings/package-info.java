/// Makes the timetable of a summit: who meets whom, when and at which table.
///
/// [Summit] is the problem, [Timetable] its solution, [TimetableCheck] verifies it without
/// planning.
@NullMarked
package greenpair.plan.meetings;

import org.jspecify.annotations.NullMarked;
