package greenpair.web.follow;

import module java.base;

import greenpair.catalog.Language;
import greenpair.message.Message;
import greenpair.message.Messages;
import greenpair.program.ProgramStore;
import greenpair.program.access.Audit.RequestOrigin;
import greenpair.program.access.Caller;
import greenpair.program.database.Page;
import greenpair.program.follow.Changes.Change;
import greenpair.program.follow.Subscribers.Subscriber;
import greenpair.web.auth.Route;
import greenpair.web.auth.Route.Access;
import greenpair.web.http.ClientAddress;
import greenpair.web.http.RequestId;
import greenpair.web.input.Request;
import greenpair.web.program.ReadEndpoint;
import io.javalin.http.Context;
import io.javalin.http.Header;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// The list of changes, and as an Atom feed (RFC 4287) at an address that only its reader knows.
///
/// @param home address of the server as browsers see it; empty if it is not known
public record FeedHandler(
    ReadEndpoint reading,
    ProgramStore store,
    SubscriptionHandler subscriptions,
    InstantSource clock,
    ClientAddress remote,
    String home) {
  /// Wanted by the secret of the reader.
  public static final String PATH = "/feeds/";

  static final String API = "/api/v1/subscription/feed";
  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final int ENTRIES = 100;

  /// The changes of who asks, newest first.
  public Route list() {
    return reading.listRoute(
        "changes",
        "/api/v1/changes",
        Access.MEMBER,
        Request.Nothing.class,
        ChangeView.class,
        (nothing, records, caller, before, limit) ->
            records.changes().list(caller.id(), before, limit).map(ChangeView::of));
  }

  public Page<Change> page(Context context, long before, int limit) {
    return reading.read(
        context,
        (records, caller) -> {
          subscriptions.saw(records, caller.id());
          return records.changes().list(caller.id(), before, limit);
        });
  }

  private record Read(Subscriber who, List<Change> changes) {}

  public void feed(Context context) {
    String secret = context.pathParam("secret");
    Instant now = clock.instant();
    Optional<Read> read =
        store.read(
            all ->
                all.subscribers()
                    .byFeed(secret, now)
                    .map(
                        who ->
                            new Read(
                                who,
                                all.changes().list(who.person(), Page.NEWEST, ENTRIES).items())));
    Read found = read.orElseThrow(() -> ReadEndpoint.noSuchRecord(secret));
    context.header(Header.CACHE_CONTROL, "private, no-cache");
    context.contentType("application/atom+xml; charset=utf-8");
    context.result(atom(found.who, found.changes, origin(context)));
  }

  /// The scheme and host of links.
  public String origin(Context context) {
    return home.isEmpty() ? remote.origin(context) : home;
  }

  private static byte[] atom(Subscriber who, List<Change> changes, String host) {
    Language language = who.language();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newInstance().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
      xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
      xml.writeStartElement("feed");
      xml.writeDefaultNamespace(ATOM);
      xml.writeAttribute("xml", "http://www.w3.org/XML/1998/namespace", "lang", language.word());
      text(xml, "id", "urn:greenpair:feed:" + who.id());
      text(
          xml,
          "title",
          "Greenpair: " + Messages.of(language).say(Message.of("page.changes.title")));
      Instant newest = changes.isEmpty() ? who.seen() : changes.getFirst().found();
      text(xml, "updated", newest.toString());
      xml.writeStartElement("author");
      text(xml, "name", "Greenpair");
      xml.writeEndElement();
      link(xml, host + "/changes");
      for (Change change : changes) {
        ChangeView view = ChangeView.of(change);
        xml.writeStartElement("entry");
        text(xml, "id", "urn:greenpair:change:" + change.id());
        text(xml, "title", clean(Objects.requireNonNull(view.says().in(language))));
        text(xml, "updated", change.found().toString());
        link(xml, host + view.page());
        xml.writeEndElement();
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a feed is written to memory", e);
    }
    return out.toByteArray();
  }

  /// Without the characters that XML cannot hold.
  private static String clean(String text) {
    return text.replaceAll(
        "[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "");
  }

  private static void link(XMLStreamWriter xml, String address) throws XMLStreamException {
    xml.writeEmptyElement("link");
    xml.writeAttribute("href", address);
  }

  private static void text(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  /// Whose mails that address ends.
  public Optional<Subscriber> ending(String id, String signature) {
    return store
        .read(all -> all.subscribers().find(id))
        .filter(who -> Digest.UnsubscribeLink.isSigned(who, signature));
  }

  /// Ends the mails of that subscriber. Whoever has the address of the mail may do so.
  public void end(Context context, Subscriber who) {
    if (who.email() == null) {
      return;
    }
    Instant now = clock.instant();
    String subject = "subscription " + who.id();
    RequestOrigin origin = RequestId.origin(context);
    store.change(
        all -> {
          all.subscribers().unsubscribe(who);
          all.audit().add(Caller.ANONYMOUS, now, "subscription.end", subject, origin);
        });
  }
}
