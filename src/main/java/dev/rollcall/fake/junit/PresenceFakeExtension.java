package dev.rollcall.fake.junit;

import dev.rollcall.fake.FakeOptions;
import dev.rollcall.fake.PresenceFixture;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands a {@link PresenceFixture} to whoever has a parameter of that type: the methods of a test,
 * those before and after it, and the constructor. A test has a world of its own, which is there
 * once it is asked for; tests may run side by side. When a test fails, the failure says which
 * requests the fake had refused and why.
 *
 * <pre>{@code
 * @Test
 * @ExtendWith(PresenceFakeExtension.class)
 * void whoIsInACallIsNotDisturbed(PresenceFixture fake) {
 *   fake.set("adele", Availability.BUSY, Activity.IN_A_CALL);
 *   assertFalse(new Reminder(fake.baseUrl()).reaches(fake.user("adele")));
 * }
 * }</pre>
 */
public final class PresenceFakeExtension
    implements ParameterResolver, AfterEachCallback, AfterAllCallback {
  private static final int MOST = 5;

  private final FakeOptions options;
  private final boolean perClass;

  /** A world for each test. */
  public PresenceFakeExtension() {
    this(FakeOptions.defaults());
  }

  /** A world for each test, set up like this. */
  public PresenceFakeExtension(FakeOptions options) {
    this(options, false);
  }

  private PresenceFakeExtension(FakeOptions options, boolean perClass) {
    this.options = options;
    this.perClass = perClass;
  }

  /**
   * The same with one world for all tests of a class and of those nested in it: for a static field
   * with {@code @RegisterExtension}.
   */
  public PresenceFakeExtension perClass() {
    return new PresenceFakeExtension(options, true);
  }

  // Else a constructor would be asked for in the name of the class.
  @Override
  public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
    return ExtensionContextScope.TEST_METHOD;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == PresenceFixture.class;
  }

  @Override
  public synchronized PresenceFixture resolveParameter(
      ParameterContext parameter, ExtensionContext context) {
    if (!perClass && context.getTestMethod().isEmpty()) {
      throw new ParameterResolutionException(
          "each test has a presence fixture of its own, and this is asked for before any test;"
              + " register new PresenceFakeExtension().perClass() in a static field");
    }
    PresenceFixture there = fixture(context);
    if (there != null) {
      return there;
    }
    PresenceFixture started = PresenceFixture.start(options);
    store(owner(context)).put(PresenceFixture.class, started);
    return started;
  }

  @Override
  public void afterEach(ExtensionContext context) {
    PresenceFixture fixture = fixture(context);
    if (fixture == null) {
      return;
    }
    context.getExecutionException().ifPresent(failure -> explain(failure, fixture, context));
    if (!perClass) {
      fixture.close();
    }
  }

  @Override
  public void afterAll(ExtensionContext context) {
    PresenceFixture fixture = fixture(context);
    if (fixture != null && owner(context) == context) {
      fixture.close();
    }
  }

  private static void explain(
      Throwable failure, PresenceFixture fixture, ExtensionContext context) {
    List<String> all = fixture.refusals();
    List<String> last = all.subList(Math.max(0, all.size() - MOST), all.size());
    if (!last.isEmpty()) {
      RefusedRequests refused = new RefusedRequests(last);
      failure.addSuppressed(refused);
      context.publishReportEntry("rollcall", String.valueOf(refused.getMessage()));
    }
  }

  private @Nullable PresenceFixture fixture(ExtensionContext context) {
    return store(owner(context)).get(PresenceFixture.class, PresenceFixture.class);
  }

  /** Of all whose world it is the outermost. */
  private ExtensionContext owner(ExtensionContext context) {
    ExtensionContext owner = context;
    while (perClass && enclosing(owner).isPresent()) {
      owner = enclosing(owner).get();
    }
    return owner;
  }

  private static Optional<ExtensionContext> enclosing(ExtensionContext context) {
    return context.getParent().filter(parent -> parent.getTestClass().isPresent());
  }

  private ExtensionContext.Store store(ExtensionContext context) {
    return context.getStore(ExtensionContext.Namespace.create(this));
  }
}
