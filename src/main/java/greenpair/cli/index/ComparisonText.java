package greenpair.cli.index;

import greenpair.catalog.Language;
import greenpair.catalog.Text;
import greenpair.index.GenerationStore;
import greenpair.reindex.gate.GenerationComparison;
import java.util.List;
import java.util.Locale;

/// A comparison of two generations, short enough for a terminal.
record ComparisonText(GenerationComparison comparison, Language language, GenerationStore store) {
  private static final int SHOWN = 10;

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    lines(text, "refused: ", comparison.faults());
    lines(text, "note: ", comparison.notes());
    for (GenerationComparison.Judged each : comparison.judged()) {
      text.append(
          String.format(
              Locale.ROOT,
              "nDCG@10 of %s, %s: %.3f, before %.3f (%d questions)%n",
              each.set(),
              each.language(),
              each.after(),
              each.before(),
              each.topics()));
    }
    List<GenerationComparison.Change> changes = comparison.changes();
    changes.stream().limit(SHOWN).forEach(each -> line(text, "", each.says()));
    if (changes.size() > SHOWN) {
      text.append("… and ").append(changes.size() - SHOWN).append(" more places of shortlists\n");
    }
    if (comparison.before() != null) {
      text.append("all of it is in ")
          .append(store.directory(comparison.after()).resolve(GenerationComparison.FILE))
          .append("\n\n");
    }
    return text.toString();
  }

  private void lines(StringBuilder text, String start, List<Text> sentences) {
    if (comparison.before() != null) {
      sentences.forEach(each -> line(text, start, each));
    }
  }

  private void line(StringBuilder text, String start, Text sentence) {
    text.append(start).append(sentence.best(language)).append('\n');
  }
}
