package greenpair.cli.index;

import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.Text;
import greenpair.registry.source.convert.RowResults;
import greenpair.reindex.ReindexReport;
import greenpair.reindex.gate.GenerationComparison;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What `greenpair reindex --json` prints.
///
/// @param generation that was built, or the last one if nothing changed
/// @param comparison with the last generation; null if nothing changed
/// @param registries results of the rows of each registry
record ReindexDocument(
    String generation,
    ReindexReport.Outcome outcome,
    Map<String, Long> entries,
    @Nullable GenerationComparison comparison,
    Map<String, RowResults> registries,
    List<String> rejects,
    List<Text> notes,
    long doubts,
    long leftOut,
    List<String> firstLeftOut,
    List<String> pruned) {
  static ReindexDocument of(ReindexReport report) {
    Map<String, Long> entries = new LinkedHashMap<>();
    for (Kind kind : Kind.values()) {
      entries.put(kind.word(), report.manifest().count(kind));
    }
    return new ReindexDocument(
        report.manifest().id(),
        report.outcome(),
        entries,
        report.comparison(),
        report.registries(),
        report.rejectFiles().stream().map(Path::toString).toList(),
        report.notes(),
        report.doubts(),
        report.leftOut(),
        report.firstLeftOut().stream().map(each -> each.in(Language.EN)).toList(),
        report.pruned());
  }
}
