package greenpair.cli.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// A command with the options that nearly all have: where the files are, and the form of output.
@Command(mixinStandardHelpOptions = true)
public abstract class Subcommand implements Callable<Integer> {
  @Mixin protected Places places = new Places();
  @Mixin protected Output output = new Output();

  protected final CommandWiring wiring() {
    return CommandWiring.read(places.config());
  }
}
