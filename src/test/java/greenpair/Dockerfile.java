package greenpair;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/// A Dockerfile as far as this project uses the language; what it does not understand it refuses.
///
/// @param instructions in the order of the file
record Dockerfile(List<Instruction> instructions) {
  /// One instruction, with its continuation lines joined.
  ///
  /// @param line where it begins, from 1
  /// @param name in capitals
  /// @param rest what follows the name
  record Instruction(int line, String name, String rest) {
    /// The words that begin with `--`, before all others.
    List<String> flags() {
      return Arrays.stream(rest.split("\\s+")).takeWhile(word -> word.startsWith("--")).toList();
    }

    /// What follows the flags: the strings of a JSON list, or words.
    List<String> operands() {
      String text = rest;
      for (String flag : flags()) {
        text = text.substring(flag.length()).strip();
      }
      if (text.startsWith("[")) {
        return List.of(JsonMapper.shared().readValue(text, String[].class));
      }
      return List.of(text.split("\\s+"));
    }

    boolean isJson() {
      return rest.startsWith("[");
    }
  }

  static Dockerfile parse(String text) {
    List<Instruction> instructions = new ArrayList<>();
    StringBuilder joined = new StringBuilder();
    int begin = 0;
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.startsWith("#") || line.isEmpty()) {
        continue;
      }
      begin = joined.isEmpty() ? i + 1 : begin;
      if (line.endsWith("\\")) {
        joined.append(line, 0, line.length() - 1).append(' ');
      } else {
        instructions.add(instruction(begin, joined.append(line).toString()));
        joined.setLength(0);
      }
    }
    if (!joined.isEmpty()) {
      throw new IllegalArgumentException("line " + begin + ": the file ends in a continuation");
    }
    return new Dockerfile(List.copyOf(instructions));
  }

  private static Instruction instruction(int line, String text) {
    String[] parts = text.strip().split("\\s+", 2);
    if (parts.length < 2 || text.contains("<<")) {
      throw new IllegalArgumentException("line " + line + ": cannot read \"" + text + "\"");
    }
    return new Instruction(line, parts[0].toUpperCase(Locale.ROOT), parts[1]);
  }

  /// The only instruction of that name in the last stage.
  Instruction last(String name) {
    return lastStage().stream()
        .filter(instruction -> instruction.name().equals(name))
        .reduce((first, second) -> second)
        .orElseThrow(() -> new AssertionError("the last stage has no " + name));
  }

  private List<Instruction> lastStage() {
    int from = 0;
    for (int i = 0; i < instructions.size(); i++) {
      from = instructions.get(i).name().equals("FROM") ? i : from;
    }
    return instructions.subList(from, instructions.size());
  }

  /// What is wrong with it, an empty list when nothing is.
  ///
  /// @param context the directory that is sent to the build
  /// @param ignore what is left out of it
  /// @param built what the first stage makes and a later one copies, relative to its `WORKDIR`
  List<String> problems(Path context, DockerIgnore ignore, List<String> built) throws IOException {
    List<String> problems = new ArrayList<>();
    Map<String, String> stages = new HashMap<>();
    List<String> copied = new ArrayList<>();
    String stage = "";
    for (Instruction instruction : instructions) {
      String at = "line " + instruction.line() + ": ";
      List<String> operands = instruction.operands();
      switch (instruction.name()) {
        case "FROM" -> {
          String image = operands.getFirst();
          if (!stages.containsKey(image) && !isPinned(image)) {
            problems.add(at + image + " has no version tag");
          }
          stage = operands.size() == 3 ? operands.get(2) : "";
          stages.put(stage, "/");
        }
        case "WORKDIR" -> stages.put(stage, operands.getFirst());
        case "ADD" -> problems.add(at + "ADD is not checked: use COPY");
        case "COPY" -> {
          List<String> sources = operands.subList(0, operands.size() - 1);
          String from = flag(instruction, "--from=");
          for (String source : sources) {
            copied.add(destination(source, operands.getLast()));
            String problem =
                from.isEmpty()
                    ? missing(source, context, ignore)
                    : notBuilt(source, stages.get(from), built);
            if (!problem.isEmpty()) {
              problems.add(at + source + problem);
            }
          }
        }
        default -> {}
      }
    }
    problems.addAll(problemsOfLastStage(copied));
    return problems;
  }

  private List<String> problemsOfLastStage(List<String> copied) {
    List<String> problems = new ArrayList<>();
    String user = "";
    boolean started = false;
    boolean volume = false;
    boolean healthcheck = false;
    for (Instruction instruction : lastStage()) {
      String at = "line " + instruction.line() + ": ";
      switch (instruction.name()) {
        case "USER" -> user = instruction.rest();
        case "VOLUME" -> volume = true;
        case "HEALTHCHECK" -> healthcheck = !instruction.rest().equals("NONE");
        case "ENTRYPOINT" -> {
          started = true;
          if (user.isEmpty()) {
            problems.add(at + "no USER before ENTRYPOINT");
          }
          if (!instruction.isJson()) {
            problems.add(at + "ENTRYPOINT is no JSON list: signals would end at a shell");
          } else if (!isCopied(instruction.operands().getFirst(), copied)) {
            problems.add(at + instruction.operands().getFirst() + " was not copied");
          }
        }
        default -> {}
      }
    }
    if (user.matches("(root|0+)(:.*)?")) {
      problems.add("USER is root");
    }
    if (!started) {
      problems.add("no ENTRYPOINT");
    }
    if (!volume) {
      problems.add("no VOLUME");
    }
    if (!healthcheck) {
      problems.add("no HEALTHCHECK");
    }
    return problems;
  }

  private static boolean isCopied(String file, List<String> copied) {
    return copied.stream().anyMatch(each -> file.equals(each) || file.startsWith(each + "/"));
  }

  private static boolean isPinned(String image) {
    String name = image.substring(image.lastIndexOf('/') + 1);
    return name.matches("[^:$]+:[^:$]*[0-9][^:$]*");
  }

  private static String flag(Instruction instruction, String prefix) {
    return instruction.flags().stream()
        .filter(flag -> flag.startsWith(prefix))
        .map(flag -> flag.substring(prefix.length()))
        .findFirst()
        .orElse("");
  }

  private static String destination(String source, String target) {
    return target.endsWith("/") ? target + Path.of(source).getFileName() : target;
  }

  private static String missing(String source, Path context, DockerIgnore ignore)
      throws IOException {
    if (source.matches(".*[*?\\[$].*")) {
      return " is a pattern, which is not checked: name the files";
    }
    if (!Files.exists(context.resolve(source))) {
      return " does not exist";
    }
    try (Stream<Path> files = Files.walk(context.resolve(source))) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> context.relativize(file).normalize().toString())
          .filter(ignore::excludes)
          .sorted()
          .findFirst()
          .map(file -> " is copied, but .dockerignore leaves out " + file)
          .orElse("");
    }
  }

  private static String notBuilt(String source, String workdir, List<String> built) {
    if (workdir == null) {
      return " comes from a stage that does not exist";
    }
    return built.stream().anyMatch(path -> source.equals(workdir + "/" + path))
        ? ""
        : " is not in the list of what the build stage makes";
  }
}
