package greenpair.web.catalog;

import greenpair.catalog.City;
import greenpair.catalog.Language;
import greenpair.index.read.Snapshot;
import greenpair.message.Message;
import greenpair.web.answers.AnswerEndpoint;
import greenpair.web.answers.LiveAnswerParts;
import greenpair.web.http.Format;
import greenpair.web.http.Replies;
import greenpair.web.input.Input;
import greenpair.web.input.Parameters;
import io.javalin.http.Context;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/// Slides of one city or of all cities of the programme, as PPTX. They are the same for every
/// caller.
public record DeckHandler(AnswerEndpoint answering, SlideDecks decks, LiveAnswerParts engines) {
  private static final Replies.File FILE =
      new Replies.File(
          "greenpair.pptx",
          "application/vnd.openxmlformats-officedocument.presentationml.presentation");

  private record Asked(String cities, boolean isCheckedOnly) {}

  public void city(Context context) {
    answering.file(
        context,
        FILE,
        input -> {
          Optional<City> found = input.cityInPath();
          Language language = language(parameters(input, "lang"));
          input.check();
          City city = found.orElseThrow();
          return wanted(input, language, "city " + city.id(), snapshot -> List.of(city));
        });
  }

  public void programme(Context context) {
    answering.file(
        context,
        FILE,
        input -> {
          Parameters parameters = parameters(input, "from", "lang");
          Language language = language(parameters);
          int from = parameters.from();
          if (from > 0 && SlideDecks.cities(from, input.snapshot()).isEmpty()) {
            Message rule = Message.of("deck.past_cities");
            input.fault("from", Integer.toString(from), rule, Message.of("next.leave_out"));
          }
          input.check();
          return wanted(
              input, language, "from " + from, snapshot -> SlideDecks.cities(from, snapshot));
        });
  }

  private static Parameters parameters(Input input, String... known) {
    Parameters parameters = input.parameters(known);
    String format = parameters.one(Format.PARAMETER);
    if (format != null) {
      Message rule = Message.of("check.no_format");
      input.fault(Format.PARAMETER, format, rule, Message.of("next.leave_out"));
    }
    return parameters;
  }

  private static Language language(Parameters parameters) {
    return Objects.requireNonNullElse(parameters.language(), Language.EN);
  }

  private AnswerEndpoint.WantedFile wanted(
      Input input, Language language, String what, Function<Snapshot, List<City>> cities) {
    boolean hides = engines.of(input.snapshot().configuration()).hidesUnverified();
    return new AnswerEndpoint.WantedFile(
        new Asked(what, hides),
        language,
        snapshot -> decks.of(cities.apply(snapshot), language, hides, snapshot));
  }
}
