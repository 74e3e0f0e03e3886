package greenpair.cli.app;

import module java.base;

import greenpair.catalog.Language;
import greenpair.catalog.value.Nearest;
import greenpair.message.Message;
import greenpair.message.Translated;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Reports wrong usage in two lines: what is wrong with which argument, and the command that prints
/// the help. The help itself would push the error off the screen.
public final class UsageErrors implements IParameterExceptionHandler {
  private final Language language;

  public UsageErrors(Language language) {
    this.language = language;
  }

  @Override
  public int handleParseException(ParameterException e, String[] arguments) {
    CommandLine command = e.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("greenpair: " + message(e).in(language));
    err.println(help(command.getCommandSpec().qualifiedName(), language));
    return Exit.USAGE;
  }

  public static String help(String command, Language language) {
    return Message.of("usage.help", "command", command).in(language);
  }

  private static Message message(ParameterException e) {
    if (e instanceof UnmatchedArgumentException surplus) {
      return surplus(surplus);
    }
    if (e instanceof MissingParameterException missing && !missing.getMissing().isEmpty()) {
      List<String> names = missing.getMissing().stream().map(UsageErrors::name).toList();
      return Message.of("usage.missing", "names", names);
    }
    if (e instanceof OverwrittenOptionException twice) {
      return Message.of("usage.twice", "name", name(twice.getOverwritten()));
    }
    ArgSpec argument = e.getArgSpec();
    String value = e.getValue();
    if (argument == null || value == null) {
      return Translated.of(e);
    }
    Message rule = rule(e.getCause(), argument);
    List<String> choices =
        rule.arguments().get("values") instanceof Collection<?> all
            ? all.stream().map(Object::toString).toList()
            : List.of();
    return Message.of(
        "usage.value",
        "name",
        name(argument),
        "rule",
        rule,
        "value",
        Nearest.shorten(value),
        "hint",
        Message.near(value, choices));
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  private static Message surplus(UnmatchedArgumentException e) {
    String word = e.getUnmatched().getFirst();
    CommandLine command = e.getCommandLine();
    boolean isOption = word.startsWith("-");
    boolean isCommand = !isOption && !command.getSubcommands().isEmpty();
    Collection<String> known = new TreeSet<>();
    if (isOption) {
      command.getCommandSpec().options().stream()
          .filter(each -> !each.hidden())
          .forEach(each -> known.addAll(List.of(each.names())));
    } else if (isCommand) {
      known.addAll(command.getSubcommands().keySet());
    }
    String key = isOption ? "usage.unknown_option" : "usage.surplus";
    return Message.of(
        isCommand ? "usage.unknown_command" : key,
        "word",
        Nearest.shorten(word),
        "hint",
        Message.near(word, known));
  }

  private static Message rule(@Nullable Throwable cause, ArgSpec argument) {
    if (cause instanceof OptionException known) {
      return known.rule();
    }
    Class<?> type = argument.auxiliaryTypes()[0];
    if (type == Integer.class || type == int.class || type == Long.class || type == long.class) {
      return Message.of("usage.integer");
    }
    if (type == Double.class || type == double.class) {
      return Message.of("usage.number");
    }
    List<String> choices = choices(argument);
    return choices.isEmpty()
        ? Message.of("usage.type", "label", argument.paramLabel())
        : Message.of("check.one_of", "values", choices);
  }

  private static List<String> choices(ArgSpec argument) {
    Object[] constants = argument.auxiliaryTypes()[0].getEnumConstants();
    return constants == null
        ? List.of()
        : Arrays.stream(constants).map(each -> each.toString().toLowerCase(Locale.ROOT)).toList();
  }
}
