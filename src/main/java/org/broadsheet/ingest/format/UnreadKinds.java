package org.broadsheet.ingest.format;

import com.fasterxml.jackson.core.type.TypeReference;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.broadsheet.table.Resources;

/** The kinds of files that no format reads, and what to do with them: see {@code unread.yaml}. */
public final class UnreadKinds {

  private static final String ANY =
      "export or save its articles as text, HTML, CSV or JSON; if it is of a format that this version reads, name that, for"
          + " example input: [{path: ..., format: csv}]; this version reads ";

  private static final List<UnreadKind> KINDS =
      Resources.yaml("unread.yaml", new TypeReference<List<UnreadKind>>() {});

  private static final Set<String> ENDINGS =
      KINDS.stream().flatMap(kind -> kind.endings().stream()).collect(Collectors.toSet());

  private UnreadKinds() {}

  /**
   * A kind of file.
   *
   * @param kind what it is
   * @param endings the endings of its names
   * @param starts its first bytes, a character each
   * @param advice what to do instead
   */
  record UnreadKind(String kind, List<String> endings, List<String> starts, String advice) {

    UnreadKind {
      endings = endings == null ? List.of() : List.copyOf(endings);
      starts = starts == null ? List.of() : List.copyOf(starts);
    }

    boolean begins(byte[] head) {
      return starts.stream().anyMatch(start -> startsWith(head, start));
    }

    private static boolean startsWith(byte[] head, String start) {
      byte[] bytes = start.getBytes(StandardCharsets.ISO_8859_1);
      return head.length >= bytes.length
          && Arrays.equals(head, 0, bytes.length, bytes, 0, bytes.length);
    }
  }

  /** Whether files of an ending are of such a kind, however their bytes begin. */
  static boolean hasEnding(String ending) {
    return ENDINGS.contains(ending);
  }

  /**
   * Says of a file that no format reads what it is, and what to do.
   *
   * @param fileName its name
   * @param head its first bytes
   * @return a sentence
   */
  public static String advice(String fileName, byte[] head) {
    String ending = FormatRecognition.ending(fileName);
    return first(kind -> kind.begins(head) && !kind.endings().isEmpty())
        .or(() -> first(kind -> kind.endings().contains(ending)))
        .or(() -> first(kind -> kind.begins(head)))
        .map(kind -> "it is " + kind.kind() + ", which is not read: " + kind.advice())
        .orElseGet(() -> "no reader for this kind of file: " + ANY + Formats.names());
  }

  private static Optional<UnreadKind> first(Predicate<UnreadKind> isIt) {
    return KINDS.stream().filter(isIt).findFirst();
  }
}
