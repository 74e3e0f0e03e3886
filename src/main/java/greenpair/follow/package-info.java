/// Finds what changed of what people follow. [greenpair.follow.FollowRun] is the entry point: it
/// goes from one published generation to the next, compares each with the one before, and notes in
/// the programme data what each person is told. [greenpair.follow.Differences] compares; it sees
/// generations as [greenpair.follow.GenerationView], so that it needs no index.
@NullMarked
package greenpair.follow;

import org.jspecify.annotations.NullMarked;
