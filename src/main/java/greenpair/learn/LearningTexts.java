package greenpair.learn;

import greenpair.catalog.Text;
import greenpair.message.Message;
import java.util.List;

/// The messages of learning.
final class LearningTexts {
  private LearningTexts() {}

  static Text tooFew(int labelled) {
    return Message.of("learn.too_few", "count", labelled, "least", KindLearner.LEAST).text();
  }

  static Text oneClass(List<Outcome> outcomes) {
    return Message.of("learn.one_class", "counts", counts(outcomes), "least", StageClasses.LEAST)
        .text();
  }

  private static List<Message> counts(List<Outcome> outcomes) {
    return StageClasses.ALL.stream()
        .map(
            stage ->
                Message.of(
                    "learn.stage_count",
                    "stage",
                    StageClasses.name(stage),
                    "count",
                    outcomes.stream()
                        .filter(each -> each.ended() && each.reached() == stage)
                        .count()))
        .toList();
  }

  static Text tooFewElsewhere(KindLearner.CityShare city, Text name, double counted) {
    return Message.of(
            "learn.too_few_elsewhere",
            "of",
            city.outcomes(),
            "all",
            city.outcomes() + city.others(),
            "city",
            name,
            "counted",
            Math.round(counted),
            "least",
            KindLearner.LEAST)
        .text();
  }

  static Text oneCity(KindLearner.CityShare city, Text name) {
    return Message.of(
            "learn.one_city",
            "of",
            city.outcomes(),
            "all",
            city.outcomes() + city.others(),
            "city",
            name,
            "others",
            city.others())
        .text();
  }

  static Text tooMany(Text city, int count) {
    return Message.of("learn.sample", "city", city, "count", count, "most", Outcomes.MOST_OF_A_CITY)
        .text();
  }

  static Text merged(StageClasses stages) {
    return Message.of(
            "learn.merged_stages",
            "least",
            StageClasses.LEAST,
            "stages",
            stages.starts().stream().map(StageClasses::name).toList())
        .text();
  }

  static Text limited(List<LearningResult.Weight> weights, double limit) {
    List<Text> signals =
        weights.stream()
            .filter(LearningResult.Weight::limited)
            .map(LearningResult.Weight::label)
            .toList();
    return Message.of("learn.limited", "limit", Math.round(100 * limit), "signals", signals).text();
  }

  static Text missing(String message) {
    return Message.of("learn.missing", "problem", message).text();
  }
}
