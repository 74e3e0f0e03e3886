/// Runs that a server does for people and by the clock: one at a time, watched, kept.
///
/// [Jobs] is the front door: it starts a [Job], cancels it, lists what was run before, also by a
/// process that is gone, and lets others wait for what comes next. What a job reads is settled by
/// [JobSources], never by the caller. [Unattended] starts one at the times of a [Schedule].
@NullMarked
package greenpair.job;

import org.jspecify.annotations.NullMarked;
