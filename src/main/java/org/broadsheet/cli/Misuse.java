package org.broadsheet.cli;

import java.io.PrintWriter;
import org.broadsheet.Printable;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line. The message repeats what was typed, made printable. */
public final class Misuse implements IParameterExceptionHandler {

  @Override
  public int handleParseException(ParameterException mistake, String[] arguments) {
    CommandLine command = mistake.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(Printable.text(mistake.getMessage()));
    if (!UnmatchedArgumentException.printSuggestions(mistake, err)) {
      command.usage(err);
    }
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }
}
