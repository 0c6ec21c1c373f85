package org.broadsheet.cli;

import org.broadsheet.UserException;

/** Checks of option values. */
final class OptionChecks {

  private OptionChecks() {}

  static void atLeastOne(String option, Integer value) {
    if (value != null && value < 1) {
      throw UserException.of("%s is %d, but must be 1 or more", option, value);
    }
  }

  static void between(String option, long value, long least, long most) {
    if (value < least || value > most) {
      throw UserException.of("%s is %,d, but must be %,d to %,d", option, value, least, most);
    }
  }

  static void notNegative(String option, int value) {
    if (value < 0) {
      throw UserException.of("%s is %d, but must be 0 or more", option, value);
    }
  }

  static void notBlank(String option, String value) {
    if (value != null && value.isBlank()) {
      throw UserException.of("%s is empty; leave it out, or write SQL after it", option);
    }
  }
}
