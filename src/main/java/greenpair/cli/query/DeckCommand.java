package greenpair.cli.query;

import greenpair.catalog.City;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.cli.app.CommandWiring;
import greenpair.cli.app.Exit;
import greenpair.cli.app.FromConverter;
import greenpair.cli.app.LanguageOption;
import greenpair.cli.app.OpenIndex;
import greenpair.cli.app.Places;
import greenpair.index.read.Snapshot;
import greenpair.match.NotFoundException;
import greenpair.web.catalog.SlideDecks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "deck", mixinStandardHelpOptions = true)
public final class DeckCommand implements Callable<Integer> {
  @Mixin private Places places = new Places();
  @Mixin private LanguageOption language = new LanguageOption();

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "CITY", arity = "0..*")
  private List<String> ids = new ArrayList<>();

  @Option(names = "--from", paramLabel = "N", defaultValue = "0", converter = FromConverter.class)
  private int from;

  @Option(names = "--out", paramLabel = "FILE", required = true)
  private Path out = Path.of("");

  @Override
  public Integer call() throws IOException {
    CommandWiring engine = CommandWiring.read(places.config());
    SlideDecks decks =
        new SlideDecks(engine.recommender(), engine.taxonomy(), places.settings().zone());
    try (OpenIndex index = OpenIndex.open(engine, places)) {
      byte[] deck =
          index.answer(
              snapshot ->
                  decks.of(
                      cities(snapshot),
                      language.get(),
                      engine.publishing().hidesUnverified(),
                      snapshot));
      Files.write(out, deck, StandardOpenOption.CREATE_NEW);
    }
    return Exit.OK;
  }

  private List<City> cities(Snapshot snapshot) {
    if (ids.isEmpty()) {
      List<City> cities = SlideDecks.cities(from, snapshot);
      if (from > 0 && cities.isEmpty()) {
        throw new ParameterException(
            Objects.requireNonNull(spec).commandLine(),
            "--from must be less than the number of cities, but was " + from);
      }
      return cities;
    }
    List<City> cities = new ArrayList<>();
    for (String each : ids) {
      EntryId id = new EntryId(each);
      cities.add(
          snapshot
              .entry(Kind.CITY, id)
              .map(City.class::cast)
              .orElseThrow(() -> new NotFoundException(Kind.CITY, id, "")));
    }
    return cities;
  }
}
