package greenpair.learn;

import greenpair.match.rules.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A copy of `ranking.yaml` with learnt weights; all else of it stays, comments included. It says
/// in its first line that its weights are learnt, so that nothing is learnt from it again: the
/// same outcomes would count twice.
public final class WeightFile {
  private static final String MARK = "# Weights learnt from outcomes by greenpair learn";
  private static final Pattern LINE =
      Pattern.compile("( *)([a-z_]+):( *)([-0-9.eE]*)(\\s*(?:#.*)?)");

  private final List<String> lines;

  /// @param lines of a `ranking.yaml` in block style, as the one that is delivered
  public WeightFile(List<String> lines) {
    this.lines = List.copyOf(lines);
  }

  /// Whether its weights are learnt already.
  public boolean isLearnt() {
    return lines.stream().anyMatch(line -> line.startsWith(MARK));
  }

  /// The text with the weights of all kinds that something was learnt about.
  ///
  /// @param about what they were learnt from, for the first line
  /// @throws IllegalArgumentException naming a weight that has no line of its own
  public String with(List<Learnt> learnt, String about) {
    Map<String, Learnt.Weight> open = new HashMap<>();
    for (Learnt each : learnt) {
      if (!each.isRefused()) {
        each.weights()
            .forEach(weight -> open.put(path(weight.side(), each.kind().word(), weight), weight));
      }
    }
    List<String> written = new ArrayList<>();
    written.add(MARK + ", " + about);
    String[] at = {"", "", ""};
    for (String line : lines) {
      Matcher parts = LINE.matcher(line);
      if (parts.matches() && parts.group(1).length() <= 4) {
        int depth = parts.group(1).length() / 2;
        at[depth] = parts.group(2);
        String path = String.join(".", List.of(at).subList(0, depth + 1));
        Learnt.Weight weight = open.remove(path);
        String value = weight == null ? parts.group(4) : number(weight.after());
        written.add(
            parts.group(1) + parts.group(2) + ":" + parts.group(3) + value + parts.group(5));
      } else {
        written.add(line);
      }
    }
    if (!open.isEmpty()) {
      throw new IllegalArgumentException(
          "ranking.yaml has no line \""
              + open.keySet().stream().sorted().toList().getFirst()
              + "\" with a number; write each weight on its own line, as in the delivered file");
    }
    return String.join("\n", written) + "\n";
  }

  private static String path(Side side, String kind, Learnt.Weight weight) {
    String block = side == Side.CITY ? "weights" : "partner_weights";
    return block + "." + kind + "." + weight.signal();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.6f", value);
  }
}
