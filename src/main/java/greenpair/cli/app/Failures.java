package greenpair.cli.app;

import module java.base;

import greenpair.catalog.Language;
import greenpair.index.generation.BadGenerationException;
import greenpair.index.generation.BusyException;
import greenpair.index.generation.NoGenerationException;
import greenpair.match.NotFoundException;
import greenpair.message.AbsentException;
import greenpair.message.Message;
import greenpair.message.MessageException;
import greenpair.message.Translated;
import greenpair.program.database.ProgramException;
import greenpair.registry.SourceChangedException;
import greenpair.reindex.run.RejectedException;
import greenpair.web.PortTakenException;
import greenpair.web.http.RefusedException;

/// What a command that failed prints, and the code with which it ends.
public final class Failures {
  private Failures() {}

  /// Prints one plain message for each expected failure; a stack trace only for a bug.
  ///
  /// @param command its full name
  public static int report(Exception e, String command, Language language, PrintWriter err) {
    int code = code(e);
    err.println("greenpair: " + message(e).in(language));
    if (code == Exit.USAGE) {
      err.println(UsageErrors.help(command, language));
    }
    if (code == Exit.FAILURE && !isOutside(e)) {
      e.printStackTrace(err);
    }
    return code;
  }

  private static int code(Exception e) {
    return switch (e) {
      case UsageException wrong -> Exit.USAGE;
      case RefusedException refused ->
          RequestOptions.isAbsent(refused) ? Exit.NOT_FOUND : Exit.USAGE;
      case AbsentException absent -> Exit.NOT_FOUND;
      case NotFoundException missing -> Exit.NOT_FOUND;
      case NoSuchFileException missing -> Exit.NOT_FOUND;
      case RejectedException bad -> Exit.BAD_DATA;
      case SourceChangedException bad -> Exit.BAD_DATA;
      case IllegalArgumentException bad -> Exit.BAD_DATA;
      case FileAlreadyExistsException there -> Exit.BAD_DATA;
      case DirectoryNotEmptyException there -> Exit.BAD_DATA;
      case UncheckedIOException file -> code(Objects.requireNonNull(file.getCause()));
      case NoGenerationException none -> Exit.NOTHING_TO_SERVE;
      case BadGenerationException bad -> Exit.NOTHING_TO_SERVE;
      case BusyException busy -> Exit.BUSY;
      default -> Exit.FAILURE;
    };
  }

  /// Whether the failure is of the machine or of another program, and no bug.
  private static boolean isOutside(Exception e) {
    return switch (e) {
      case IOException file -> true;
      case UncheckedIOException file -> true;
      case PortTakenException taken -> true;
      case ProgramException database -> true;
      default -> ofFile(e).isPresent();
    };
  }

  /// What happened and what to do, in both languages where the failure has them.
  public static Message message(Exception e) {
    if (e instanceof MessageException known) {
      return known.text();
    }
    return ofFile(e)
        .orElseGet(
            () ->
                switch (e) {
                  case RefusedException refused ->
                      RequestOptions.faults(refused).stream()
                          .reduce(
                              (one, more) -> Message.of("line.next", "first", one, "next", more))
                          .orElse(refused.detail());
                  default -> Translated.of(e);
                });
  }

  private static String said(Throwable e) {
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }

  /// The message about a file or a full disk, however deep the cause is nested: Lucene wraps
  /// exceptions of its merges.
  private static Optional<Message> ofFile(Throwable e) {
    for (Throwable at = e; at != null; at = at.getCause()) {
      if (at instanceof IOException && said(at).contains("No space left")) {
        return Optional.of(Message.of("file.disk_full", "error", said(at)));
      }
      if (at instanceof FileSystemException file && file.getFile() != null) {
        return Optional.of(ofFile(file));
      }
    }
    return Optional.empty();
  }

  private static Message ofFile(FileSystemException e) {
    String path = e.getFile();
    return switch (e) {
      case NoSuchFileException missing -> Message.of("absent.file", "path", path);
      case FileAlreadyExistsException there -> Message.of("file.exists", "path", path);
      case DirectoryNotEmptyException folder -> Message.of("file.exists", "path", path);
      case AccessDeniedException denied -> Message.of("file.denied", "path", path);
      default ->
          String.valueOf(e.getReason()).contains("Read-only")
              ? Message.of("file.read_only", "path", path)
              : Message.of("file.failed", "path", path, "reason", String.valueOf(e.getReason()));
    };
  }
}
