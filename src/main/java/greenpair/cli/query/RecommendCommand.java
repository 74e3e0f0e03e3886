package greenpair.cli.query;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.value.Attributes;
import greenpair.cli.app.CommandWiring;
import greenpair.cli.app.Exit;
import greenpair.cli.app.FromConverter;
import greenpair.cli.app.KeptConfigurations;
import greenpair.cli.app.KindConverter;
import greenpair.cli.app.LimitConverter;
import greenpair.cli.app.OpenIndex;
import greenpair.cli.app.Output;
import greenpair.cli.app.Places;
import greenpair.cli.app.TextTable;
import greenpair.index.read.Snapshot;
import greenpair.match.MarkedName;
import greenpair.match.RecommendationRequest;
import greenpair.match.reason.Answer;
import greenpair.message.Message;
import greenpair.web.answers.StoredRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "recommend",
    mixinStandardHelpOptions = true,
    description = "Recommends firms, financiers, solutions or experts for a city, with reasons.",
    footer = {
      "%nExamples:",
      "  greenpair recommend us-ca-losangeles",
      "  greenpair recommend cn-shenzhen --kind financier --need cn-shenzhen-n3",
      "  greenpair recommend cn-jilin --technology ENE.GEO",
      "  greenpair recommend cn-jilin --kind solution --lang zh --json"
    })
public final class RecommendCommand implements Callable<Integer> {
  @Mixin private Places places = new Places();
  @Mixin private Output output = new Output();

  @Parameters(paramLabel = "CITY", description = "id of the city")
  private String city = "";

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      defaultValue = "firm",
      description = "firm, financier, solution or expert (default: ${DEFAULT-VALUE})",
      converter = KindConverter.class)
  private Kind kind = Kind.FIRM;

  @Option(names = "--need", paramLabel = "ID", description = "one need (default: all of them)")
  private @Nullable String need;

  @Option(
      names = "--technology",
      paramLabel = "CODE",
      split = ",",
      description = "ask for these technologies instead of the city's own needs")
  private List<String> technologies = new ArrayList<>();

  @Option(
      names = "--diverse",
      description = "spread the list over the city's needs, or over the technologies of one need")
  private boolean diverse;

  @Option(
      names = "--explore",
      paramLabel = "SEED",
      description =
          "swap entries with nearly equal scores (explore_margin in ranking.yaml) at random; the"
              + " answer lists each pair, so that outcomes can be weighted; not with --diverse")
  private @Nullable Integer explore;

  @Option(
      names = "--record",
      paramLabel = "FILE",
      description = "save the answer as a decision record that can be replayed")
  private @Nullable Path record;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "10",
      description = "maximum number of recommendations, 1 to 100 (default: ${DEFAULT-VALUE})",
      converter = LimitConverter.class)
  private int limit = RecommendationRequest.DEFAULT_LIMIT;

  @Option(
      names = "--from",
      paramLabel = "N",
      defaultValue = "0",
      description = "zero-based position of the first entry of every list (default: 0)",
      converter = FromConverter.class)
  private int from;

  @Override
  public Integer call() throws IOException {
    if (explore != null && explore < 0) {
      throw new IllegalArgumentException(
          "--explore must be an integer from 0 to " + Integer.MAX_VALUE + ", but was " + explore);
    }
    if (need != null && !technologies.isEmpty()) {
      throw new IllegalArgumentException(
          "--need and --technology exclude each other; give one of them");
    }
    CommandWiring engine = CommandWiring.read(places.config());
    EntryId id = new EntryId(city);
    RecommendationRequest.Described described =
        technologies.isEmpty()
            ? null
            : new RecommendationRequest.Described(
                "",
                technologies.stream().map(engine.taxonomy()::known).toList(),
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
      output.print(engine, answer, () -> text(answer, output.language(), index.snapshot()));
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

  private static String text(Answer answer, Language language, Snapshot snapshot) {
    StringBuilder text = new StringBuilder();
    text.append(answer.message().best(language));
    if (answer.diversification() != null) {
      text.append(language == Language.EN ? " " : "")
          .append(answer.diversification().says().best(language));
    }
    Answer.Exploration exploration = answer.exploration();
    if (exploration != null) {
      long swapped = exploration.ties().stream().filter(Answer.Tie::swapped).count();
      text.append('\n')
          .append(
              Message.of(
                      "recommend.explored",
                      "seed",
                      exploration.seed(),
                      "shown",
                      exploration.ties().size(),
                      "swapped",
                      swapped,
                      "pairs",
                      exploration.pairs())
                  .in(language));
    }
    if (answer.why() != null) {
      text.append('\n').append(answer.why().best(language));
    }
    text.append("\n\n");
    Answer.Totals all = answer.totals();
    list(text, answer.recommendations(), language);
    int from = answer.from();
    more(text, from, answer.recommendations().size(), all.recommendations(), language);
    section(text, answer.incumbents(), from, all.incumbents(), language, "recommend.incumbents");
    section(text, answer.belowThreshold(), from, all.belowThreshold(), language, "recommend.below");
    section(text, answer.unproven(), from, all.unproven(), language, "recommend.unproven");
    section(text, answer.peers(), from, all.peers(), language, "recommend.peers");
    cases(text, answer.nearest(), language, "recommend.nearest");
    cases(text, answer.failures(), language, "recommend.failures");
    more(text, from, answer.failures().size(), all.failures(), language);
    if (!answer.excluded().isEmpty()) {
      text.append(Message.of("recommend.excluded").in(language)).append('\n');
      TextTable table = new TextTable("id", "gate", "because");
      for (Answer.Excluded each : answer.excluded()) {
        table.row(each.id(), each.gate(), each.because().best(language));
      }
      text.append(table).append('\n');
      more(text, from, answer.excluded().size(), all.excluded(), language);
    }
    for (Answer.AskedNeed need : answer.needs()) {
      if (need.unranked() > 0) {
        text.append(
                Message.of(
                        "recommend.unranked",
                        "count",
                        need.unranked(),
                        "need",
                        String.valueOf(need.id()))
                    .in(language))
            .append('\n');
      }
    }
    return text.append("generation ")
        .append(snapshot.manifest().id())
        .append(", configuration ")
        .append(answer.configuration(), 0, 12)
        .append('\n')
        .toString();
  }

  private static String place(Answer.Case one, Language language) {
    String city = one.cityName().best(language);
    if (one.inCity()) {
      return city;
    }
    String near = Message.of("recommend.near", "city", city).in(language);
    return (one.location() == null ? "" : one.location().best(language)) + near;
  }

  private static void cases(
      StringBuilder text, List<Answer.Case> cases, Language language, String head) {
    if (cases.isEmpty()) {
      return;
    }
    text.append(Message.of(head).in(language)).append('\n');
    TextTable table = new TextTable("grade", "year", "likeness", "city", "case", "by");
    for (Answer.Case each : cases) {
      table.row(
          each.grade(),
          each.year() == null ? "?" : each.year(),
          each.similarity(),
          place(each, language),
          each.name().best(language),
          each.firms().stream()
              .map(firm -> MarkedName.of(firm.name(), firm.status()).best(language))
              .distinct()
              .collect(Collectors.joining(", ")));
    }
    text.append(table).append('\n');
  }

  private static void section(
      StringBuilder text,
      List<Answer.Recommendation> list,
      int from,
      int all,
      Language language,
      String head) {
    if (!list.isEmpty()) {
      text.append(Message.of(head).in(language)).append('\n');
      list(text, list, language);
      more(text, from, list.size(), all, language);
    }
  }

  private static void more(StringBuilder text, int from, int shown, int all, Language language) {
    if (shown > 0 && from + shown < all) {
      Message more =
          Message.of("recommend.more", "first", from + 1, "last", from + shown, "count", all);
      text.append("    ").append(more.in(language)).append("\n\n");
    }
  }

  private static void list(
      StringBuilder text, List<Answer.Recommendation> list, Language language) {
    for (Answer.Recommendation each : list) {
      text.append(
          String.format(
              Locale.ROOT,
              "%2d  %.3f  %s  [%s]%n",
              each.rank(),
              each.score(),
              each.name().best(language),
              each.id()));
      text.append("      ").append(each.reason().best(language)).append('\n');
      each.cautions()
          .forEach(caution -> text.append("      ! ").append(caution.best(language)).append('\n'));
    }
    text.append(list.isEmpty() ? "" : "\n");
  }
}
