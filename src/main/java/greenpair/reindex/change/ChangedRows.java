package greenpair.reindex.change;

import greenpair.catalog.Entry;
import greenpair.index.read.Snapshot;
import greenpair.registry.LineResult;
import greenpair.registry.format.CatalogFiles;
import greenpair.registry.source.convert.Consolidation;
import greenpair.registry.source.convert.Conversion;
import greenpair.registry.source.convert.RowResults;
import greenpair.registry.source.map.Mapping;
import greenpair.registry.source.read.RecordSource;
import greenpair.reindex.merge.MergedIds;
import greenpair.reindex.merge.Registries;
import greenpair.reindex.run.Configuration;
import greenpair.reindex.run.ReindexRequest;
import greenpair.reindex.run.StageReporter;
import greenpair.reindex.run.WorkFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// New or changed rows of registries, converted to lines that are applied to the published entries.
/// Each row is accounted for by the entries that it gives, see [ChangedRowClassifier].
public final class ChangedRows {
  private final Configuration configuration;
  private final Registries registries;
  private final StageReporter stages;
  private final Map<String, RowResults> accounts = new LinkedHashMap<>();
  private final List<Path> rejectFiles = new ArrayList<>();
  private final Map<Path, String> lines = new LinkedHashMap<>();

  public ChangedRows(Configuration configuration, Path data, StageReporter stages) {
    this.configuration = configuration;
    this.registries = new Registries(configuration, data, stages);
    this.stages = stages;
  }

  /// The results of the rows, by registry.
  public Map<String, RowResults> accounts() {
    return accounts;
  }

  public List<Path> rejectFiles() {
    return rejectFiles;
  }

  /// The files with the lines, each with the name of its registry.
  public Map<Path, String> lines() {
    return lines;
  }

  /// Reads the rows and decides what is taken of them.
  public void read(
      ReindexRequest order,
      ReindexRequest.Registries asked,
      Snapshot base,
      MergedIds members,
      WorkFolder work)
      throws IOException {
    for (Mapping mapping : configuration.mappings(asked.names(), asked.gazetteer())) {
      RecordSource source =
          asked.rows().isEmpty()
              ? mapping.source(asked.folder(), asked.since())
              : mapping.files(asked.rows());
      Rows rows = new Rows(stages);
      RowResults account =
          registries.convert(mapping, source, order.tolerance(), work, rejectFiles, rows);
      ChangedRowClassifier fates =
          new ChangedRowClassifier(mapping.name(), base, members, configuration.json());
      CatalogFiles all =
          new CatalogFiles(List.of(work.file(mapping.name() + ".jsonl")), configuration.json());
      each(all, fates::decide);
      each(all, fates::decideExpert);
      each(all, fates::decideDeployment);
      Path out = work.file(mapping.name() + ".changes.jsonl");
      new Consolidation(configuration.json(), fates, mapping.provenanceLimit())
          .write(List.of(new Consolidation.Part(mapping.name(), all)), out, seen -> stages.check());
      lines.put(out, mapping.name());
      accounts.put(mapping.name(), rows.compared(account, fates));
    }
  }

  private static void each(CatalogFiles files, Consumer<Entry> what) {
    files.read(
        reading -> {
          if (reading instanceof LineResult.Accepted line) {
            what.accept(line.entry());
          }
        });
  }

  private static final class Rows implements Conversion.Rows {
    private final StageReporter stages;
    private final List<List<String>> good = new ArrayList<>();

    Rows(StageReporter stages) {
      this.stages = stages;
    }

    @Override
    public void read(boolean rejected) {
      stages.read(rejected);
    }

    @Override
    public void bytes(long read, long all) {
      stages.bytes(read, all);
    }

    @Override
    public void gave(List<Entry> entries) {
      good.add(entries.stream().map(ChangedRowClassifier::key).toList());
    }

    /// A row waits when one of its entries does, and is unchanged when all are.
    RowResults compared(RowResults account, ChangedRowClassifier fates) {
      long unchanged = 0;
      long waiting = 0;
      for (List<String> row : good) {
        List<ChangedRowClassifier.Fate> all = row.stream().map(fates::of).toList();
        if (all.contains(ChangedRowClassifier.Fate.WAITS)) {
          waiting++;
        } else if (!all.contains(ChangedRowClassifier.Fate.TAKEN)) {
          unchanged++;
        }
      }
      return account.compared(unchanged, waiting, fates.waiting());
    }
  }
}
