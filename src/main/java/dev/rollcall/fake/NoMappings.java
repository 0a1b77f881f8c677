package dev.rollcall.fake;

import com.github.tomakehurst.wiremock.standalone.MappingsSource;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import com.github.tomakehurst.wiremock.stubbing.StubMappings;
import java.util.List;

/**
 * Keeps WireMock from reading stubs in the working directory, whose they are not, and from writing
 * there.
 */
final class NoMappings implements MappingsSource {

  @Override
  public void loadMappingsInto(StubMappings stubs) {
    // All stubs come from the extension.
  }

  @Override
  public void save(List<StubMapping> stubs) {
    // They last as long as the fake does.
  }

  @Override
  public void save(StubMapping stub) {
    // As above.
  }

  // WireMock's interface still asks for it.
  @Override
  @SuppressWarnings("removal")
  public void remove(StubMapping stub) {
    // Nothing was saved.
  }

  @Override
  public void removeAll() {
    // Nothing was saved.
  }
}
