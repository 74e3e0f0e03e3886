package greenpair;

import module java.base;

import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/// Runs a test many times, each with a [Random] of another seed as its parameter. A failure names
/// its seed; `-Dgreenpair.seed=17` runs that seed alone.
///
/// The seeds are new in each build, so that in time every build tries other cases.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(Seeded.Runs.class)
public @interface Seeded {
  int runs() default 50;

  /// Gives the runs of a seeded test.
  final class Runs implements TestTemplateInvocationContextProvider {
    private static final String ONE_SEED = "greenpair.seed";

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
      return true;
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
        ExtensionContext context) {
      int runs = context.getRequiredTestMethod().getAnnotation(Seeded.class).runs();
      return LongStream.of(seeds(runs)).mapToObj(Run::new);
    }

    /// New seeds from 0, or the one that is asked for.
    public static long[] seeds(int count) {
      Long only = Long.getLong(ONE_SEED);
      return only != null
          ? new long[] {only}
          : new Random().longs(count).map(seed -> seed >>> 1).toArray();
    }

    /// A generator for the seed. [Random] mixes its seed little, so that the first draws of seeds
    /// that follow each other are alike; [SplittableRandom] mixes it well.
    static Random random(long seed) {
      return new Random(new SplittableRandom(seed).nextLong());
    }

    private record Run(long seed)
        implements TestTemplateInvocationContext, ParameterResolver, TestExecutionExceptionHandler {
      @Override
      public String getDisplayName(int invocation) {
        return "seed " + seed;
      }

      @Override
      public List<Extension> getAdditionalExtensions() {
        return List.of(this);
      }

      @Override
      public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Random.class;
      }

      @Override
      public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return random(seed);
      }

      @Override
      public void handleTestExecutionException(ExtensionContext context, Throwable failure) {
        throw new AssertionError(
            "with -D" + ONE_SEED + "=" + seed + ": " + failure.getMessage(), failure);
      }
    }
  }
}
