package dev.rollcall.simulation;

import java.util.prefs.AbstractPreferences;
import java.util.prefs.Preferences;
import java.util.prefs.PreferencesFactory;

/**
 * Keeps Gatling from asking a package registry for its newest version at each start, and from
 * noting the answer in the user's preferences: neither can be switched off, but Gatling believes
 * preferences that say it has asked this very moment.
 */
public final class NoVersionCheck implements PreferencesFactory {
  private static final String FACTORY = "java.util.prefs.PreferencesFactory";

  /** To take effect it has to come before Gatling starts, in a JVM that has used no preferences. */
  public static void install() {
    if (System.getProperty(FACTORY) == null) {
      System.setProperty(FACTORY, NoVersionCheck.class.getName());
    }
  }

  @Override
  public Preferences systemRoot() {
    return new Forgetful();
  }

  @Override
  public Preferences userRoot() {
    return new Forgetful();
  }

  /** Keeps nothing; when asked when something was done, says now. */
  private static final class Forgetful extends AbstractPreferences {
    Forgetful() {
      super(null, "");
    }

    private Forgetful(Forgetful parent, String name) {
      super(parent, name);
    }

    @Override
    protected String getSpi(String key) {
      return key.endsWith("Timestamp") ? Long.toString(System.currentTimeMillis()) : null;
    }

    @Override
    protected AbstractPreferences childSpi(String name) {
      return new Forgetful(this, name);
    }

    @Override
    protected void putSpi(String key, String value) {}

    @Override
    protected void removeSpi(String key) {}

    @Override
    protected void removeNodeSpi() {}

    @Override
    protected String[] keysSpi() {
      return new String[0];
    }

    @Override
    protected String[] childrenNamesSpi() {
      return new String[0];
    }

    @Override
    protected void syncSpi() {}

    @Override
    protected void flushSpi() {}
  }
}
