package greenpair.evaluate.metric;

import greenpair.catalog.value.Nearest;
import greenpair.config.Problems;
import greenpair.evaluate.trec.Qrels;
import greenpair.message.Message;
import greenpair.message.MessageException;
import greenpair.message.Translated;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads lists of metrics such as `ndcg@10,mrr,recall@100,hit@10,p@5`.
///
/// | name | metric | cut `@k` |
/// | --- | --- | --- |
/// | `ndcg` | [Formula#NDCG] | needed |
/// | `recall` | [Formula#RECALL] | needed |
/// | `p` | [Formula#P] | needed |
/// | `hit` | [Formula#HIT] | needed |
/// | `mrr` | [Formula#MRR] | may be left out |
///
/// A document is relevant from grade 1. `:g` at the end sets another grade, from 1 to
/// [Qrels#MAX_GRADE]: `recall@100:2` counts documents of grade 2 or better. Ndcg takes none, since
/// it uses every grade. Capitals do not matter.
public final class MetricParser {
  /// The deepest cut that can be written.
  public static final int MAX_CUT = 999_999_999;

  private static final Pattern FORM =
      Pattern.compile("(?<name>[^@:]*)(@(?<cut>[^@:]*))?(:(?<grade>[^@:]*))?");
  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,9}");

  private MetricParser() {}

  /// The metrics in the order of the text, at least one, each once.
  ///
  /// @throws IllegalArgumentException with every fault of the text at once
  public static List<Metric> parse(String text) {
    Problems problems = new Problems();
    Set<Metric> metrics = new LinkedHashSet<>();
    for (String word : text.split(",", -1)) {
      try {
        if (!metrics.add(metric(word.strip().toLowerCase(Locale.ROOT)))) {
          throw new MessageException(Message.of("metric.twice"));
        }
      } catch (IllegalArgumentException fault) {
        problems.at("\"" + Nearest.shorten(word.strip()) + "\"", Translated.of(fault));
      }
    }
    problems.throwIfAny("--metrics");
    return List.copyOf(metrics);
  }

  private static Metric metric(String word) {
    if (word.isEmpty()) {
      throw new MessageException(Message.of("metric.empty"));
    }
    Matcher parts = FORM.matcher(word);
    if (!parts.matches()) {
      throw new MessageException(Message.of("metric.form"));
    }
    Formula formula = formula(parts.group("name"));
    return new Metric(
        formula, cut(formula, parts.group("cut")), grade(formula, parts.group("grade")));
  }

  private static Formula formula(String word) {
    return Arrays.stream(Formula.values())
        .filter(formula -> formula.word().equals(word))
        .findFirst()
        .orElseThrow(() -> unknown(word));
  }

  private static MessageException unknown(String word) {
    List<String> words = Arrays.stream(Formula.values()).map(Formula::word).toList();
    return new MessageException(Message.of("metric.unknown", "near", Message.near(word, words)));
  }

  private static int cut(Formula formula, @Nullable String text) {
    if (text == null) {
      if (formula.needsCut) {
        throw new MessageException(Message.of("metric.cut", "name", formula.word()));
      }
      return Metric.WHOLE;
    }
    return number("cut", text, MAX_CUT);
  }

  private static int grade(Formula formula, @Nullable String text) {
    if (text == null) {
      return 1;
    }
    if (!formula.takesGrade) {
      throw new MessageException(Message.of("metric.no_grade"));
    }
    return number("grade", text, Qrels.MAX_GRADE);
  }

  private static int number(String name, String text, int most) {
    return check(name, DIGITS.matcher(text).matches() ? Integer.parseInt(text) : -1, most, text);
  }

  public static void checkCut(int cut) {
    check("cut", cut, MAX_CUT, Integer.toString(cut));
  }

  static void checkGrade(int grade) {
    check("grade", grade, Qrels.MAX_GRADE, Integer.toString(grade));
  }

  private static int check(String name, int number, int most, String got) {
    if (number < 1 || number > most) {
      throw new MessageException(
          Message.of("metric.number", "name", name, "most", most, "value", Nearest.shorten(got)));
    }
    return number;
  }
}
