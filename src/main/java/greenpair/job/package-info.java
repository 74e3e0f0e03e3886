/// Jobs of the server, started by people: one at a time, observable, stored.
///
/// [Jobs] is the entry point: it starts a [Job], cancels it, lists earlier ones, also those of a
/// process that has ended, and lets others wait for the next state. [JobRunner.JobSources] decides
/// what a job reads, never the caller.
package greenpair.job;
