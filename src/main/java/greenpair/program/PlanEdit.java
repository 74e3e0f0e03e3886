package greenpair.program;

import greenpair.program.database.Stamp;
import org.jspecify.annotations.Nullable;

/// An edit of a timetable by hand.
///
/// @param edit the change as JSON; this package does not interpret it
/// @param undone null unless it was undone
public record PlanEdit(
    long seq, String id, String plan, String edit, @Nullable Stamp undone, Stamp made) {}
