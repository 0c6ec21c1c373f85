package org.broadsheet.cli;

import org.broadsheet.run.Versions;
import picocli.CommandLine.IVersionProvider;

/** The version, for the command line. */
public final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {"broadsheet " + Versions.broadsheet()};
  }
}
