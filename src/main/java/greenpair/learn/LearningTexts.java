package greenpair.learn;

import greenpair.catalog.Text;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What learning says to people.
final class LearningTexts {
  private LearningTexts() {}

  static Text tooFew(int labelled) {
    return new Text(
        String.format(
            "nothing is learnt from %d introductions with a known end; at least %d are needed:"
                + " record contracts and stops",
            labelled, Learner.LEAST),
        String.format("已有结果的引荐仅%d项，至少需要%d项，本次不调整权重；请补录签约和终止情况", labelled, Learner.LEAST));
  }

  static Text oneClass(List<Outcome> outcomes) {
    String counts = counts(outcomes, "en");
    return new Text(
        String.format(
            "nothing is learnt: outcomes differ too little (%s); at least %d must have ended at an"
                + " earlier and %d at a later stage",
            counts, Stages.LEAST, Stages.LEAST),
        String.format(
            "引荐结果差异不足（%s），本次不调整权重；止于较早阶段和较晚阶段的引荐各需至少%d项", counts(outcomes, "zh"), Stages.LEAST));
  }

  private static String counts(List<Outcome> outcomes, String language) {
    boolean english = language.equals("en");
    return Stages.ALL.stream()
        .map(
            stage -> {
              long count =
                  outcomes.stream().filter(each -> each.ended() && each.reached() == stage).count();
              return english ? Stages.word(stage) + " " + count : Stages.name(stage) + count + "项";
            })
        .collect(Collectors.joining(english ? ", " : "，"));
  }

  static Text tooFewElsewhere(Learner.CityShare city, double counted) {
    return new Text(
        String.format(
            Locale.ROOT,
            "nothing is learnt: %d of %d outcomes are of %s, and a city counts no more than all"
                + " others together; so they count as %.0f, at least %d are needed: record outcomes"
                + " of other cities",
            city.outcomes(),
            city.outcomes() + city.others(),
            city.city(),
            counted,
            Learner.LEAST),
        String.format(
            Locale.ROOT,
            "%d项结果中有%d项来自%s，单个城市的权重不超过其他城市之和，折合仅%.0f项，至少需要%d项，" + "本次不调整权重；请补录其他城市的结果",
            city.outcomes() + city.others(),
            city.outcomes(),
            city.city(),
            counted,
            Learner.LEAST));
  }

  static Text oneCity(Learner.CityShare city) {
    return new Text(
        String.format(
            "%d of %d outcomes are of %s; together they count as %d, as many as all others",
            city.outcomes(), city.outcomes() + city.others(), city.city(), city.others()),
        String.format(
            "%d项结果中有%d项来自%s，合计按%d项计，与其他城市之和相当",
            city.outcomes() + city.others(), city.outcomes(), city.city(), city.others()));
  }

  static Text merged(Stages stages) {
    return new Text(
        "stages with fewer than "
            + Stages.LEAST
            + " ended introductions are counted together; the classes begin at "
            + stages.starts().stream().map(Stages::word).collect(Collectors.joining(", ")),
        "结束引荐不足"
            + Stages.LEAST
            + "项的阶段合并计算，各类起始阶段为："
            + stages.starts().stream().map(Stages::name).collect(Collectors.joining("、")));
  }

  static Text limited(List<Learnt.Weight> weights, double limit) {
    List<Learnt.Weight> at = weights.stream().filter(Learnt.Weight::limited).toList();
    return new Text(
        String.format(
            Locale.ROOT,
            "a weight moves by at most %.0f %% of itself; the outcomes call for more at: %s. The"
                + " other weights of that side move less in proportion",
            100 * limit,
            at.stream()
                .map(each -> String.valueOf(each.label().en()))
                .collect(Collectors.joining(", "))),
        String.format(
            Locale.ROOT,
            "单项权重的调整幅度不超过原值的%.0f%%，以下各项按结果本应调整更多：%s；同侧其他权重按比例少调",
            100 * limit,
            at.stream()
                .map(each -> String.valueOf(each.label().zh()))
                .collect(Collectors.joining("、"))));
  }

  static Text missing(String message) {
    return new Text(
        message
            + "; it may have been merged, renamed or deleted: enter the introduction again with the"
            + " entry that is there now",
        "目录中找不到该引荐涉及的条目（可能已合并、更名或删除），请按现有条目重新录入引荐：" + message);
  }
}
