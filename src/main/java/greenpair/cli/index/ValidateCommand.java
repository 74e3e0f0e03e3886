package greenpair.cli.index;

import module java.base;

import greenpair.catalog.Text;
import greenpair.cli.app.CommandWiring;
import greenpair.cli.app.Exit;
import greenpair.cli.app.Output;
import greenpair.cli.app.Streams;
import greenpair.cli.app.Subcommand;
import greenpair.message.Message;
import greenpair.message.MessageException;
import greenpair.registry.LineResult;
import greenpair.registry.format.CatalogFiles;
import greenpair.registry.format.References;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "validate")
public final class ValidateCommand extends Subcommand {

  @Parameters(paramLabel = "FILE", arity = "1..*")
  private List<Path> paths = new ArrayList<>();

  @Override
  public Integer call() throws IOException {
    boolean isPiped = paths.stream().anyMatch(Streams::isStandard);
    Path input = isPiped ? Streams.spooled("standard-input.jsonl") : Path.of("-");
    paths.replaceAll(each -> Streams.isStandard(each) ? input : each);
    String spooled = input.toString();
    CommandWiring wiring = wiring();
    CatalogFiles files = new CatalogFiles(paths, wiring.json());
    References references = new References();
    files.read(references::note);
    List<Fault> faults = new ArrayList<>();
    long[] lines = new long[2];
    files.read(
        reading -> {
          lines[0]++;
          if (references.checked(reading) instanceof LineResult.Rejected bad) {
            lines[1]++;
            String at = bad.origin().toString().replace(spooled, "-");
            if (output.isJson()) {
              faults.add(new Fault(at, bad.problem().text()));
            } else {
              Output.print(at + ": " + bad.problem().in(output.language()) + "\n");
            }
          }
        });
    if (lines[0] == 0) {
      String named = String.valueOf(paths).replace(spooled, "-");
      throw new MessageException(Message.of("catalog.nothing", "files", named));
    }
    output.print(
        new Checked(lines[0], faults),
        Message.of("catalog.checked", "entries", lines[0], "errors", lines[1]).in(output.language())
            + "\n");
    return lines[1] == 0 ? Exit.OK : Exit.BAD_DATA;
  }

  private record Fault(String at, Text problem) {}

  private record Checked(long entries, List<Fault> faults) {}
}
