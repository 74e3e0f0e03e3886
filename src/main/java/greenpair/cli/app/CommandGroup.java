package greenpair.cli.app;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// A command that has only subcommands: without one, it prints its usage.
public abstract class CommandGroup implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public final void run() {
    Objects.requireNonNull(spec).commandLine().usage(System.out);
  }
}
