package greenpair.cli.query;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.value.Attributes;
import greenpair.cli.app.CommandWiring;
import greenpair.cli.app.Converters;
import greenpair.cli.app.Exit;
import greenpair.cli.app.KeptConfigurations;
import greenpair.cli.app.OpenIndex;
import greenpair.cli.app.Output;
import greenpair.cli.app.Places;
import greenpair.cli.app.UsageException;
import greenpair.match.RecommendationRequest;
import greenpair.match.reason.Answer;
import greenpair.message.Message;
import greenpair.web.answers.StoredRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "recommend", mixinStandardHelpOptions = true)
public final class RecommendCommand implements Callable<Integer> {
  @Mixin private Places places = new Places();
  @Mixin private Output output = new Output();

  @Parameters(paramLabel = "CITY")
  private String city = "";

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      defaultValue = "firm",
      converter = Converters.RecommendedKind.class)
  private Kind kind = Kind.FIRM;

  @Option(names = "--need", paramLabel = "ID")
  private @Nullable String need;

  @Option(names = "--technology", paramLabel = "CODE", split = ",")
  private List<String> technologies = new ArrayList<>();

  @Option(names = "--diverse")
  private boolean diverse;

  @Option(names = "--explore", paramLabel = "SEED")
  private @Nullable Integer explore;

  @Option(names = "--record", paramLabel = "FILE")
  private @Nullable Path record;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "10",
      converter = Converters.Limit.class)
  private int limit = RecommendationRequest.DEFAULT_LIMIT;

  @Option(names = "--from", paramLabel = "N", defaultValue = "0", converter = Converters.From.class)
  private int from;

  @Override
  public Integer call() throws IOException {
    if (explore != null && explore < 0) {
      throw UsageException.of(
          "--explore", Message.of("check.integer", "min", 0, "max", Integer.MAX_VALUE), explore);
    }
    if (need != null && !technologies.isEmpty()) {
      throw new UsageException(
          Message.of("usage.together", "one", "--need", "other", "--technology"));
    }
    CommandWiring engine = CommandWiring.read(places.config());
    EntryId id = new EntryId(city);
    RecommendationRequest.Described described =
        technologies.isEmpty()
            ? null
            : new RecommendationRequest.Described(
                "",
                technologies.stream().map(engine::technology).toList(),
                List.of(),
                null,
                Attributes.NONE);
    EntryId one = need == null ? null : new EntryId(need);
    RecommendationRequest request =
        new RecommendationRequest(
            kind,
            id,
            null,
            one,
            described,
            limit,
            from,
            diverse,
            false,
            explore == null ? null : (Long) (long) explore);
    try (OpenIndex index = OpenIndex.open(engine, places)) {
      Answer answer = index.answer(snapshot -> engine.recommender().recommend(request, snapshot));
      if (record != null) {
        engine.recorder().record(question(), index.snapshot()).write(record);
        new KeptConfigurations(engine, places.store()).keep(engine.configuration());
      }
      output.print(
          engine, answer, () -> new AnswerText(output.language()).of(answer, index.snapshot()));
    }
    return Exit.OK;
  }

  private StoredRequest question() {
    if (!technologies.isEmpty()) {
      // Ids and codes have no character that JSON escapes.
      String codes = technologies.stream().collect(Collectors.joining("\", \""));
      String seed = explore == null ? "" : ", \"explore\": " + explore;
      return new StoredRequest(
          "POST",
          "/api/v1/recommendations",
          """
          {"city": "%s", "kind": "%s", "technologies": ["%s"], "limit": %d, "from": %d, "diverse": %s%s}\
          """
              .formatted(city, kind.word(), codes, limit, from, diverse, seed));
    }
    String one = need == null ? "" : "&need=" + need;
    String start = from == 0 ? "" : "&from=" + from;
    String seed = explore == null ? "" : "&explore=" + explore;
    return StoredRequest.get(
        "/api/v1/cities/%s/recommendations?kind=%s%s%s&limit=%d&diverse=%s%s"
            .formatted(city, kind.word(), one, start, limit, diverse, seed));
  }
}
