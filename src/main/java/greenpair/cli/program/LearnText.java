package greenpair.cli.program;

import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.Text;
import greenpair.cli.app.Table;
import greenpair.learn.Learnt;
import greenpair.match.rules.Side;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What was learnt, for people on a terminal.
record LearnText(Language language) {
  /// @param output the file that the new weights were written to; null for none
  String of(List<Learnt> kinds, @Nullable Path output) {
    StringBuilder text = new StringBuilder();
    kinds.forEach(each -> add(each, text));
    text.append(
        output == null
            ? say(
                "Nothing was changed. Write a file for review with --output.\n",
                "权重未作任何改动。可用--output生成供审核的文件。\n")
            : say(
                "Written for review: " + output + ". It takes effect as ranking.yaml.\n",
                "已生成供审核的文件：" + output + "。用作ranking.yaml后方可生效。\n"));
    return text.toString();
  }

  private boolean isEnglish() {
    return language == Language.EN;
  }

  private String say(String english, String chinese) {
    return isEnglish() ? english : chinese;
  }

  private void add(Learnt learnt, StringBuilder text) {
    String kind = learnt.kind() == Kind.FIRM ? say("Firms", "企业") : say("Financiers", "金融机构");
    text.append(
        String.format(
            say(
                "%s: %d introductions with a known end, %d open, %d not used%n",
                "%s：已有结果的引荐%d项，进行中%d项，未采用%d项%n"),
            kind,
            learnt.labelled(),
            learnt.open(),
            learnt.leftOut().size()));
    Text refused = learnt.refused();
    if (refused == null) {
      text.append('\n').append(table(learnt)).append('\n');
    } else {
      text.append("  ").append(refused.best(language)).append('\n');
    }
    learnt.notes().forEach(each -> text.append("  ").append(each.best(language)).append('\n'));
    learnt
        .leftOut()
        .forEach(
            each ->
                text.append(say("  not used: ", "  未采用："))
                    .append(each.introduction())
                    .append(say(": ", "："))
                    .append(each.because().best(language))
                    .append('\n'));
    text.append('\n');
  }

  private Table table(Learnt learnt) {
    Table table =
        isEnglish()
            ? new Table("side", "signal", "before", "after", "90 % interval", "moved most by")
            : new Table("方向", "指标", "调整前", "调整后", "90%区间", "影响最大的引荐");
    for (Learnt.Weight each : learnt.weights()) {
      table.row(
          each.side() == Side.CITY ? say("city", "城市") : say("partner", "合作方"),
          each.label().best(language),
          number(each.before()),
          number(each.after()) + (each.limited() ? say(" (limit)", "（上限）") : ""),
          number(each.low()) + "–" + number(each.high()),
          each.movers().stream().map(LearnText::mover).collect(Collectors.joining("  ")));
    }
    return table;
  }

  private static String mover(Learnt.Mover mover) {
    return String.format(Locale.ROOT, "%s %+.1f%%", mover.introduction(), 100 * mover.moved());
  }

  private static String number(@org.jspecify.annotations.Nullable Double value) {
    return value == null ? "" : String.format(Locale.ROOT, "%.4f", value);
  }
}
