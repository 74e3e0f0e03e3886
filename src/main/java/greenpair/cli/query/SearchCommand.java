package greenpair.cli.query;

import module java.base;

import greenpair.cli.app.TextTable;
import greenpair.index.read.Snapshot;
import greenpair.match.MarkedName;
import greenpair.message.Message;
import greenpair.search.Hit;
import greenpair.search.SearchResponse;
import greenpair.web.answers.SearchHandler;
import greenpair.web.answers.StoredRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "search")
public final class SearchCommand extends Question {
  @Parameters(paramLabel = "WORD", arity = "1..*")
  private List<String> words = new ArrayList<>();

  SearchCommand() {
    super(SearchHandler.WordQuery.class, Set.of("q", "lang"));
  }

  @Override
  StoredRequest question(Map<String, Object> given) {
    given.put("q", String.join(" ", words));
    return get("/api/v1/search", given);
  }

  @Override
  String text(Object answer, Snapshot snapshot) {
    SearchResponse results = (SearchResponse) answer;
    TextTable table = output.table("score", "kind", "id", "name", "why");
    for (Hit hit : results.hits()) {
      table.row(
          String.format(Locale.ROOT, "%.3f", hit.score()),
          output.say(Message.of("words.common", "word", hit.kind().word())),
          hit.id(),
          MarkedName.of(hit.name(), hit.status()).best(output.language()),
          hit.why().best(output.language()));
    }
    return (results.hits().isEmpty() ? "" : table)
        + results.message().best(output.language())
        + (results.didYouMean() == null ? "\n" : "\n→ " + results.didYouMean() + "\n");
  }
}
