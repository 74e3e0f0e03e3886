package greenpair;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The rules of a `.dockerignore`: of all patterns that match a path or a folder above it, the last
/// decides, and one that begins with `!` takes the path back in.
///
/// @param rules in the order of the file
record DockerIgnore(List<Rule> rules) {
  record Rule(Pattern pattern, boolean excludes) {}

  static DockerIgnore parse(String text) {
    List<Rule> rules = new ArrayList<>();
    for (String line : text.lines().map(String::strip).toList()) {
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      boolean excludes = !line.startsWith("!");
      String glob = line.replaceFirst("^!", "").replaceFirst("^/", "").replaceFirst("/$", "");
      rules.add(new Rule(Pattern.compile(expression(glob)), excludes));
    }
    return new DockerIgnore(List.copyOf(rules));
  }

  private static String expression(String glob) {
    StringBuilder expression = new StringBuilder();
    for (int i = 0; i < glob.length(); i++) {
      if (glob.startsWith("**/", i)) {
        expression.append("(.*/)?");
        i += 2;
      } else if (glob.startsWith("**", i)) {
        expression.append(".*");
        i += 1;
      } else {
        switch (glob.charAt(i)) {
          case '*' -> expression.append("[^/]*");
          case '?' -> expression.append("[^/]");
          case '[', ']', '\\' ->
              throw new IllegalArgumentException("cannot read the pattern \"" + glob + "\"");
          default -> expression.append(Pattern.quote(glob.substring(i, i + 1)));
        }
      }
    }
    // A folder that matches takes everything in it along.
    return expression.append("(/.*)?").toString();
  }

  /// Whether the path, relative and with `/`, is left out.
  boolean excludes(String path) {
    boolean excluded = false;
    for (Rule rule : rules) {
      excluded = rule.pattern().matcher(path).matches() ? rule.excludes() : excluded;
    }
    return excluded;
  }
}
