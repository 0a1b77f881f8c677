package dev.rollcall.fake.call;

import com.github.tomakehurst.wiremock.http.Response;
import java.util.Optional;
import java.util.function.BiConsumer;

/** An answer of one operation that does not get through whole or in time. */
public record WireFault(
    String id,
    GraphOperation spoils,
    String description,
    BiConsumer<Answer, Response.Builder> spoil)
    implements Fault {

  @Override
  public String family() {
    return "wire";
  }

  @Override
  public Optional<GraphOperation> operation() {
    return Optional.of(spoils);
  }
}
