package greenpair.cli.query;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Provenance;
import greenpair.cli.app.CommandWiring;
import greenpair.cli.app.Converters;
import greenpair.cli.app.Exit;
import greenpair.cli.app.OpenIndex;
import greenpair.cli.app.Output;
import greenpair.cli.app.Places;
import greenpair.cli.app.TextTable;
import greenpair.index.read.Snapshot;
import greenpair.match.NotFoundException;
import greenpair.match.RecommendationRequest;
import greenpair.match.gate.Gate;
import greenpair.match.rank.Explanation;
import greenpair.match.reason.Answer;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "explain", mixinStandardHelpOptions = true)
public final class ExplainCommand implements Callable<Integer> {
  @Mixin private Places places = new Places();
  @Mixin private Output output = new Output();

  @Parameters(index = "0", paramLabel = "CITY")
  private String city = "";

  @Parameters(index = "1", paramLabel = "ENTRY")
  private String entry = "";

  @Option(names = "--kind", paramLabel = "KIND", converter = Converters.RecommendedKind.class)
  private @Nullable Kind kind;

  @Option(names = "--need", paramLabel = "ID")
  private @Nullable String need;

  @Override
  public Integer call() {
    CommandWiring engine = CommandWiring.read(places.config());
    EntryId id = new EntryId(entry);
    try (OpenIndex index = OpenIndex.open(engine, places)) {
      Kind found = kind != null ? kind : index.answer(snapshot -> kindOf(id, snapshot));
      EntryId asked = new EntryId(city);
      RecommendationRequest request =
          need == null
              ? RecommendationRequest.ofCity(found, asked, 1)
              : RecommendationRequest.ofNeed(found, asked, new EntryId(need), 1);
      Answer.Recommendation one =
          index.answer(snapshot -> engine.recommender().explain(request, id, snapshot));
      output.print(engine, one, () -> text(one));
    }
    return Exit.OK;
  }

  private static Kind kindOf(EntryId id, Snapshot snapshot) {
    return Kind.RANKED.stream()
        .filter(each -> snapshot.entry(each, id).isPresent())
        .findFirst()
        .orElseThrow(
            () ->
                new NotFoundException(
                    Kind.FIRM, id, ", nor has a financier, a solution or an expert"));
  }

  private String text(Answer.Recommendation one) {
    TextTable table = new TextTable("signal", "weight", "value", "contribution", "");
    for (Explanation.Part part : one.explanation().parts()) {
      table.row(
          part.label().best(output.language()),
          String.format(Locale.ROOT, "%.3f", part.weight()),
          String.format(Locale.ROOT, "%.3f", part.value()),
          String.format(Locale.ROOT, "%.6f", part.contribution()),
          part.known() ? "" : "unknown, prior used");
    }
    table.row("score", "", "", String.format(Locale.ROOT, "%.6f", one.score()), "");
    StringBuilder text = new StringBuilder();
    text.append(one.name().best(output.language()));
    text.append(one.need() == null ? "" : ", need " + one.need()).append("\n\n");
    text.append(table).append('\n').append(one.reason().best(output.language())).append('\n');
    if (one.sides() != null) {
      text.append(one.sides().says().best(output.language())).append('\n');
    }
    one.gates()
        .forEach(
            gate ->
                text.append(gate.verdict().name().toLowerCase(Locale.ROOT))
                    .append("  ")
                    .append(gate.gate())
                    .append(": ")
                    .append(gate.because().best(output.language()))
                    .append(source(gate))
                    .append('\n'));
    one.evidence()
        .forEach(
            each ->
                text.append(
                    String.format(
                        Locale.ROOT,
                        "case %s  grade %s  similarity %.3f  weight %.3f  %s%n",
                        each.id(),
                        each.grade(),
                        each.similarity(),
                        each.weight(),
                        each.name().best(output.language()))));
    return text.toString();
  }

  private static String source(Gate gate) {
    Provenance source = gate.source();
    if (source == null) {
      return "";
    }
    String read = source.retrieved() == null ? "" : ", " + source.retrieved();
    return " [" + source.source() + read + (source.verified() ? "" : ", not verified") + "]";
  }
}
