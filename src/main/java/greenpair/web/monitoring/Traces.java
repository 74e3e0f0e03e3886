package greenpair.web.monitoring;

import greenpair.web.http.RequestId;
import greenpair.web.http.ShownPath;
import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/// One span for each request, sent to an OpenTelemetry collector, as part of the trace that the
/// header `traceparent` names (W3C Trace Context). Without a collector, nothing is recorded, but
/// log lines still contain the trace of the header, so that they can be found from the caller's
/// trace. Names and attributes follow OpenTelemetry's semantic conventions for HTTP. A span
/// contains the route and the path, but no query, no body and no name of a person. Thread-safe.
public final class Traces implements AutoCloseable {
  private static final String SPAN = "greenpair.span";
  private static final String LOGGED = "trace";
  private static final String SPANS = "v1/traces";
  private static final int SERVER_ERROR = 500;
  private static final long PATIENCE_SECONDS = 5;
  private static final AttributeKey<String> SERVICE = AttributeKey.stringKey("service.name");
  private static final AttributeKey<String> METHOD = AttributeKey.stringKey("http.request.method");
  private static final AttributeKey<String> PATH = AttributeKey.stringKey("url.path");
  private static final AttributeKey<String> ROUTE = AttributeKey.stringKey("http.route");
  private static final AttributeKey<Long> STATUS =
      AttributeKey.longKey("http.response.status_code");
  private static final AttributeKey<String> REQUEST = AttributeKey.stringKey("greenpair.request");

  private static final TextMapGetter<Context> HEADERS =
      (context, key) -> context == null ? null : context.header(key);

  private final @Nullable SdkTracerProvider provider;
  private final Tracer tracer;

  /// @param collector that takes OTLP over HTTP, such as `http://127.0.0.1:4318`; empty for none
  public Traces(Optional<URI> collector) {
    provider = collector.map(Traces::provider).orElse(null);
    tracer = (provider == null ? TracerProvider.noop() : provider).get("greenpair");
  }

  private static SdkTracerProvider provider(URI collector) {
    String base = collector.toString();
    String endpoint = (base.endsWith("/") ? base : base + "/") + SPANS;
    return SdkTracerProvider.builder()
        .setResource(
            Resource.getDefault().merge(Resource.create(Attributes.of(SERVICE, "greenpair"))))
        .addSpanProcessor(
            BatchSpanProcessor.builder(OtlpHttpSpanExporter.builder().setEndpoint(endpoint).build())
                .build())
        .build();
  }

  /// Begins the span of a request that has its [RequestId].
  public void begin(Context context) {
    Span span =
        tracer
            .spanBuilder(context.req().getMethod())
            .setSpanKind(SpanKind.SERVER)
            .setParent(
                W3CTraceContextPropagator.getInstance()
                    .extract(io.opentelemetry.context.Context.root(), context, HEADERS))
            .setAttribute(METHOD, context.req().getMethod())
            .setAttribute(PATH, ShownPath.of(context))
            .setAttribute(REQUEST, RequestId.of(context))
            .startSpan();
    context.attribute(SPAN, span);
    if (span.getSpanContext().isValid()) {
      MDC.put(LOGGED, span.getSpanContext().getTraceId());
    }
  }

  /// Ends the span of a request that was answered, if it had one.
  public void end(Context context) {
    MDC.remove(LOGGED);
    Span span = context.attribute(SPAN);
    if (span == null) {
      return;
    }
    Endpoint endpoint = context.endpoints().matchedHttpEndpoint();
    if (endpoint != null) {
      span.updateName(context.req().getMethod() + " " + endpoint.path);
      span.setAttribute(ROUTE, endpoint.path);
    }
    span.setAttribute(STATUS, (long) context.statusCode());
    if (context.statusCode() >= SERVER_ERROR) {
      span.setStatus(StatusCode.ERROR);
    }
    span.end();
  }

  /// Sends what waits, for five seconds at most.
  @Override
  public void close() {
    if (provider != null) {
      provider.shutdown().join(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
  }
}
