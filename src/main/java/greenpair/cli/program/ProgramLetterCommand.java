package greenpair.cli.program;

import greenpair.catalog.Language;
import greenpair.catalog.Text;
import greenpair.cli.app.CommandWiring;
import greenpair.cli.app.Converters;
import greenpair.cli.app.Exit;
import greenpair.cli.app.JsonOption;
import greenpair.cli.app.OpenIndex;
import greenpair.cli.app.Places;
import greenpair.program.ProgramStore;
import greenpair.registry.format.CatalogJson;
import greenpair.web.program.LetterDrafts;
import greenpair.web.program.LetterView;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "letter", mixinStandardHelpOptions = true)
final class ProgramLetterCommand implements Callable<Integer> {
  @Mixin private Places places = new Places();
  @Mixin private JsonOption json = new JsonOption();

  @Parameters(paramLabel = "ID")
  private String id = "";

  @Option(names = "--lang", paramLabel = "en|zh", converter = Converters.LanguageCode.class)
  private @Nullable Language language;

  @Option(names = "--draft")
  private boolean draft;

  @Override
  public Integer call() {
    CommandWiring engine = CommandWiring.read(places.config());
    try (ProgramStore store = new ProgramStore(places.settings().database());
        OpenIndex index = OpenIndex.open(engine, places)) {
      Optional<LetterDrafts.Kept> kept = store.read(records -> LetterDrafts.find(records, id));
      if (kept.isEmpty()) {
        System.err.println(
            "greenpair: no introduction has the id \"%s\"; the address of its page ends with it"
                .formatted(id));
        return Exit.NOT_FOUND;
      }
      LetterDrafts drafts =
          new LetterDrafts(
              engine.recommender(),
              engine.folder().taxonomy(),
              new CatalogJson(engine.folder().taxonomy()),
              places.settings().zone());
      LetterDrafts.Kept of = kept.get();
      LetterView letter =
          LetterDrafts.view(id, drafts.draft(of, index.snapshot()), draft ? null : of.saved());
      for (LetterView.Warning each : letter.warnings()) {
        System.err.println(
            (each.confirmed() ? "confirmed: " : "to confirm: ")
                + each.says().best(language == null ? Language.EN : language));
      }
      json.print(letter, text(letter));
    }
    return Exit.OK;
  }

  private String text(LetterView letter) {
    if (language != null) {
      return text(letter, language);
    }
    return text(letter, Language.EN) + "\n" + text(letter, Language.ZH);
  }

  private static String text(LetterView letter, Language in) {
    Text subject = letter.subject();
    return subject.best(in) + "\n\n" + letter.body().best(in) + "\n";
  }
}
