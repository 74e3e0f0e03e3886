package greenpair.cli;

import greenpair.cli.app.Output;
import greenpair.cli.settings.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;

/// Prints the manual page of all commands in the format of `man`.
@Command(name = "man", mixinStandardHelpOptions = true)
final class ManCommand implements Runnable {
  @Override
  public void run() {
    CommandLine program = Main.commandLine(Terminal.language());
    StringBuilder page = new StringBuilder(".TH GREENPAIR 1\n.SH NAME\ngreenpair \\- ");
    page.append(program.getCommandSpec().usageMessage().description()[0]).append('\n');
    add(page, program);
    Output.print(page.toString());
  }

  /// The help of a command as it is, and of those below it.
  private static void add(StringBuilder page, CommandLine command) {
    String name = command.getCommandSpec().qualifiedName();
    String help = command.getUsageMessage(Ansi.OFF);
    page.append(".SH ").append(name).append("\n.nf\n");
    help.replace("\\", "\\e")
        .replace("-", "\\-")
        .lines()
        .forEach(line -> page.append(line.startsWith(".") ? "\\&" : "").append(line).append('\n'));
    page.append(".fi\n");
    command.getSubcommands().values().forEach(each -> add(page, each));
  }
}
