package greenpair.cli.query;

import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.cli.app.CommandWiring;
import greenpair.cli.app.Exit;
import greenpair.cli.app.OpenIndex;
import greenpair.cli.app.Subcommand;
import greenpair.cli.app.TextTable;
import greenpair.index.read.Snapshot;
import greenpair.match.Gaps;
import greenpair.match.RecommendationRequest;
import greenpair.message.Message;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;

@Command(name = "gaps")
public final class GapsCommand extends Subcommand {

  @Override
  public Integer call() throws IOException {
    CommandWiring engine = engine();
    try (OpenIndex index = OpenIndex.open(engine, places)) {
      Gaps gaps = index.answer(snapshot -> all(engine, snapshot));
      output.print(engine, gaps, () -> text(gaps, output.language(), index.snapshot()));
    }
    return Exit.OK;
  }

  private static Gaps all(CommandWiring engine, Snapshot snapshot) {
    Gaps page = engine.recommender().gaps(0, RecommendationRequest.MAX_LIMIT, snapshot);
    List<Gaps.Coverage> needs = new ArrayList<>(page.needs());
    while (page.next() != null) {
      int from = page.from() + RecommendationRequest.MAX_LIMIT;
      page = engine.recommender().gaps(from, RecommendationRequest.MAX_LIMIT, snapshot);
      needs.addAll(page.needs());
    }
    return new Gaps(page.generation(), page.configuration(), 0, needs.size(), null, needs);
  }

  private static String text(Gaps gaps, Language language, Snapshot snapshot) {
    TextTable table = TextTable.of(language, "need", "city", "firms", "financiers", "solutions");
    for (Gaps.Coverage each : gaps.needs()) {
      table.row(
          each.need(),
          snapshot
              .name(Kind.CITY, each.city())
              .map(name -> name.best(language))
              .orElse(each.city().value()),
          each.firms(),
          each.financiers(),
          each.solutions());
    }
    StringBuilder text = new StringBuilder().append(table).append('\n');
    for (Gaps.Coverage each : gaps.needs()) {
      if (each.why() != null) {
        text.append(each.need()).append("  ").append(each.needName().best(language));
        text.append("\n    ").append(each.why().best(language)).append('\n');
      }
    }
    long all = gaps.needs().size();
    long open = gaps.needs().stream().filter(Gaps.Coverage::isGap).count();
    long nearest = gaps.needs().stream().filter(Gaps.Coverage::hasNearest).count();
    return text.append('\n')
        .append(figure("gaps.served", all - open, all, language))
        .append(figure("gaps.nearest", nearest, open, language))
        .toString();
  }

  private static String figure(String key, long part, long all, Language language) {
    long percent = all == 0 ? 0 : Math.round(100.0 * part / all);
    return Message.of(key, "part", part, "all", all, "percent", percent).in(language) + "\n";
  }
}
