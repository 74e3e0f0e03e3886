package greenpair.cli.query;

import greenpair.catalog.Code;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.Provenance;
import greenpair.catalog.taxonomy.Concept;
import greenpair.catalog.taxonomy.Taxonomy;
import greenpair.catalog.value.Attributes;
import greenpair.cli.app.CommandWiring;
import greenpair.cli.app.Converters;
import greenpair.cli.app.Exit;
import greenpair.cli.app.OpenIndex;
import greenpair.cli.app.Subcommand;
import greenpair.cli.app.TextTable;
import greenpair.cli.app.UsageException;
import greenpair.index.read.Snapshot;
import greenpair.match.NotFoundException;
import greenpair.match.RecommendationRequest;
import greenpair.match.gate.Gate;
import greenpair.match.rank.Explanation;
import greenpair.match.reason.Answer;
import greenpair.message.Message;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "explain")
public final class ExplainCommand extends Subcommand {

  @Parameters(index = "0", paramLabel = "CITY")
  private String city = "";

  @Parameters(index = "1", paramLabel = "ENTRY")
  private String entry = "";

  @Option(names = "--kind", paramLabel = "KIND", converter = Converters.RecommendedKind.class)
  private @Nullable Kind kind;

  @Option(names = "--need", paramLabel = "ID")
  private @Nullable String need;

  @Option(names = "--technologies", paramLabel = "CODE", split = ",")
  private List<String> technologies = List.of();

  @Override
  public Integer call() {
    CommandWiring wiring = wiring();
    EntryId id = new EntryId(entry);
    try (OpenIndex index = OpenIndex.open(wiring, places)) {
      Kind found = kind != null ? kind : index.answer(snapshot -> kindOf(id, snapshot));
      RecommendationRequest request = request(found, wiring.taxonomy());
      Answer.Recommendation one =
          index.answer(snapshot -> wiring.recommender().explain(request, id, snapshot));
      output.print(one, () -> text(one));
    }
    return Exit.OK;
  }

  private RecommendationRequest request(Kind found, Taxonomy taxonomy) {
    EntryId asked = new EntryId(city);
    if (technologies.isEmpty()) {
      return need == null
          ? RecommendationRequest.ofCity(found, asked, 1)
          : RecommendationRequest.ofNeed(found, asked, new EntryId(need), 1);
    }
    if (need != null) {
      throw UsageException.of(
          "--technologies", Message.of("check.not_with", "other", "--need"), technologies);
    }
    List<Code> codes = taxonomy.concepts().stream().map(Concept::code).toList();
    for (String each : technologies) {
      if (codes.stream().noneMatch(code -> code.value().equals(each))) {
        throw UsageException.of("--technologies", Message.of("check.code"), each);
      }
    }
    return new RecommendationRequest(
        found,
        asked,
        null,
        null,
        new RecommendationRequest.Described(
            "", technologies.stream().map(Code::new).toList(), List.of(), null, Attributes.NONE),
        1,
        false);
  }

  private static Kind kindOf(EntryId id, Snapshot snapshot) {
    return Kind.RANKED.stream()
        .filter(each -> snapshot.entry(each, id).isPresent())
        .findFirst()
        .orElseThrow(() -> new NotFoundException(Kind.FIRM, id, Message.of("absent.nor")));
  }

  private String text(Answer.Recommendation one) {
    Language language = output.language();
    TextTable table = output.table("signal", "weight", "value", "contribution", "");
    for (Explanation.Part part : one.explanation().parts()) {
      if (part.weight() == 0) {
        continue; // It adds nothing, whether it is known or not.
      }
      table.row(
          output.say(Message.of("answer.signal." + part.signal())),
          number(part.weight(), 3),
          number(part.value(), 3),
          number(part.contribution(), 6),
          part.known() ? "" : output.say(Message.of("explain.prior")));
    }
    table.row(
        output.say(Message.of("words.common", "word", "score")),
        "",
        "",
        number(one.score(), 6),
        "");
    StringBuilder text = new StringBuilder(one.name().best(language));
    if (one.need() != null) {
      text.append(output.say(Message.of("explain.need", "need", one.need().value())));
    }
    text.append("\n\n").append(table).append('\n');
    text.append(one.reason().best(language)).append('\n');
    if (one.sides() != null) {
      text.append(one.sides().says().best(language)).append('\n');
    }
    for (Gate gate : one.gates()) {
      text.append(output.say(Message.of("page.verdict", "word", gate.verdict())))
          .append("  ")
          .append(gate.because().best(language))
          .append(source(gate))
          .append('\n');
    }
    TextTable cases = output.table("deployment", "id", "grade", "similarity", "weight");
    one.evidence()
        .forEach(
            each ->
                cases.row(
                    each.name().best(language),
                    each.id(),
                    each.grade(),
                    number(each.similarity(), 3),
                    number(each.weight(), 3)));
    return text + (one.evidence().isEmpty() ? "" : "\n" + cases);
  }

  private static String number(double value, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  private String source(Gate gate) {
    Provenance source = gate.source();
    if (source == null) {
      return "";
    }
    String read = source.retrieved() == null ? "" : ", " + source.retrieved();
    String unverified = source.verified() ? "" : ", " + output.say(Message.of("page.unverified"));
    return " [" + source.source() + read + unverified + "]";
  }
}
