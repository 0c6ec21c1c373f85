package org.broadsheet.cli;

import picocli.CommandLine.IVersionProvider;

/** The version, as the jar's manifest says. */
public final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String version = Version.class.getPackage().getImplementationVersion();
    return new String[] {"broadsheet " + (version == null ? "development" : version)};
  }
}
