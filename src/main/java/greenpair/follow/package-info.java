/// Finds changes to the items that people follow. [greenpair.follow.FollowRun] is the entry point:
/// it compares each published generation with the one before and records the changes for each
/// person in the programme data. [greenpair.follow.Differences] compares two generations through
/// [greenpair.follow.GenerationView], so that it needs no index.
package greenpair.follow;
