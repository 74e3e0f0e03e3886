package greenpair.index.cluster;

import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.index.analysis.IndexSettings;
import greenpair.index.read.CandidateSource;
import java.io.Closeable;

/// A generation in a cluster that is asked for candidates, with no copy to fall back on.
///
/// @param source of candidates
public record AskedCluster(CandidateSource source, Closeable connection) implements Closeable {
  /// Opens an index set.
  public static AskedCluster of(
      ClusterSettings settings, String id, Taxonomy taxonomy, IndexSettings analysis) {
    Connection connection = new Connection(settings);
    IndexSet set = new IndexSet(settings.name(), id);
    return new AskedCluster(
        ClusterCandidates.open(connection, set, taxonomy, analysis), connection);
  }

  @Override
  public void close() throws java.io.IOException {
    connection.close();
  }
}
