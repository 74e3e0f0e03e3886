/// From registries and catalog files to a published generation.
///
/// [Reindexing] is the entry point: it takes a
/// [ReindexRequest][greenpair.reindex.run.ReindexRequest], reports its progress to a
/// [RunObserver][greenpair.reindex.run.RunObserver], and returns a [ReindexReport]. It reads and
/// maps registries, finds duplicate firms, checks every line, builds a generation and publishes it.
/// If a run fails or is cancelled, the published generation is unchanged and nothing is left
/// behind.
///
/// The command line and the server use the same entry point.
package greenpair.reindex;
