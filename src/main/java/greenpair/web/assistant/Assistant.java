package greenpair.web.assistant;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import module java.base;

import greenpair.catalog.Language;
import greenpair.index.LiveIndex;
import greenpair.index.contract.TooLongException;
import greenpair.index.generation.NoGenerationException;
import greenpair.index.read.Deadline;
import greenpair.index.read.Snapshot;
import greenpair.match.NotFoundException;
import greenpair.message.Message;
import greenpair.message.Translated;
import greenpair.web.answers.LiveAnswerParts;
import greenpair.web.answers.LiveAnswerParts.AnswerParts;
import greenpair.web.answers.MatchAndSearchRoutes;
import greenpair.web.catalog.DisclosureView;
import greenpair.web.http.Json;
import greenpair.web.http.ProblemKind;
import greenpair.web.http.RefusedException;
import greenpair.web.input.ApiRequest;
import greenpair.web.input.Input;
import greenpair.web.input.RequestBody;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Answers assistants by the Model Context Protocol. Every call sees one snapshot. Thread-safe.
public final class Assistant {
  static final String INSTRUCTIONS =
      "Greenpair recommends firms, financiers and proven technology solutions to cities. Give the"
          + " reasons and sources that an answer carries, say what it marks as unknown or not"
          + " verified, and never present a lead (unproven) as a recommendation. Scores rank by fit"
          + " and evidence; they do not replace due diligence.";

  private static final Logger log = LoggerFactory.getLogger(Assistant.class);
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private final LiveIndex live;
  private final Duration within;
  private final List<Tool<?>> tools;

  /// @param within time limit for the index queries of one answer; zero for no limit
  public Assistant(
      LiveIndex live,
      MatchAndSearchRoutes questions,
      LiveAnswerParts answerParts,
      Duration within) {
    this.live = live;
    this.within = within;
    this.tools = new Tools(questions, answerParts).all();
  }

  /// One that answers as a command of the command line does: without a limit of time.
  public static Assistant of(LiveIndex live, AnswerParts answerParts) {
    LiveAnswerParts current = configuration -> answerParts;
    return new Assistant(live, new MatchAndSearchRoutes(current), current, Duration.ZERO);
  }

  List<Tool<?>> tools() {
    return tools;
  }

  /// Serves one assistant over two streams, one message in a line, until the first one ends. It has
  /// the rights of an anonymous visitor and may plan, like a user of the command line who can read
  /// the index files.
  ///
  /// @throws IOException if a stream fails
  public void serve(InputStream in, OutputStream out) throws IOException {
    Tool.ToolCaller caller = new Tool.ToolCaller(DisclosureView.open(), true, List::of);
    AssistantMessages messages = new AssistantMessages(this);
    // As bytes: the reader of JSON refuses what is no UTF-8.
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, ISO_8859_1));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      Object answer = line.isBlank() ? null : messages.answer(json(line), caller);
      if (answer != null) {
        out.write(MAPPER.writeValueAsBytes(answer));
        out.write('\n');
        out.flush();
      }
    }
  }

  private static @Nullable JsonNode json(String line) {
    try {
      return RequestBody.object(line.getBytes(ISO_8859_1));
    } catch (RefusedException e) {
      return e.kind() == ProblemKind.MALFORMED_JSON ? null : MAPPER.missingNode();
    }
  }

  /// The answer to a call: a document, or what is wrong with the call.
  record Called(List<Content> content, boolean isError) {
    record Content(String type, String text) {}

    static Called of(String text, boolean isError) {
      return new Called(List.of(new Content("text", text)), isError);
    }
  }

  /// Answers a call. Errors of the call are an answer too, so that the assistant can correct them.
  Called answer(Tool<?> tool, ObjectNode arguments, Tool.ToolCaller caller) {
    try (Snapshot snapshot = live.acquire(Deadline.in(within, System::nanoTime))) {
      Input input = new Input(ApiRequest.of(arguments), snapshot);
      Tool.Answered answer = tool.answer(input, caller);
      byte[] document = Json.write(answer.document(), answer.language());
      return Called.of(new String(document, StandardCharsets.UTF_8), false);
    } catch (RefusedException e) {
      return Called.of(said(e), true);
    } catch (NotFoundException | IllegalArgumentException e) {
      return Called.of(both(Translated.of(e)), true);
    } catch (NoGenerationException e) {
      return Called.of(both(ProblemKind.NOT_READY.explanation()), true);
    } catch (TooLongException e) {
      return Called.of(both(ProblemKind.TOOK_TOO_LONG.explanation()), true);
    } catch (RuntimeException e) {
      log.error("a call of the tool {} failed", tool.name(), e);
      return Called.of(both(Message.of("assistant.failed")), true);
    }
  }

  private static String said(RefusedException e) {
    String faults =
        e.faults().stream()
            .map(each -> both(each.sentence()) + " → " + both(each.next()))
            .collect(Collectors.joining("\n"));
    return faults.isEmpty() ? both(e.detail()) : faults;
  }

  /// Both languages, because the protocol does not state the language of the user.
  static String both(Message message) {
    return message.in(Language.EN) + " " + message.in(Language.ZH);
  }
}
