package org.broadsheet.ingest.document;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Recognises the files of office programs, which are zip archives, but no archives of articles. */
public final class OfficeFile {

  private static final byte[] ENTRY = {'P', 'K', 3, 4};
  private static final int ENTRY_LENGTH = 30;
  private static final int NAME_LENGTH_AT = 26;
  private static final int LONGEST_MEDIA_TYPE = 80;
  private static final String OPEN_XML = "[Content_Types].xml";
  private static final String MEDIA_TYPE = "mimetype";

  /** By the folder of the main part. */
  private static final Map<String, String> BY_FOLDER =
      Map.of("word/", "docx", "xl/", "xlsx", "ppt/", "pptx");

  /** By the first part, which holds the media type. */
  private static final Map<String, String> BY_MEDIA_TYPE =
      Map.of(
          "application/vnd.oasis.opendocument.text", "odt",
          "application/vnd.oasis.opendocument.spreadsheet", "ods",
          "application/vnd.oasis.opendocument.presentation", "odp",
          "application/epub", "epub");

  private static final Set<String> ENDINGS =
      Set.of(
          ("docx docm dotx xlsx xlsm xlsb pptx pptm odt ott ods odp epub pages numbers key npz qdpx jar apk xpi")
              .split(" "));

  private OfficeFile() {}

  /**
   * Recognises a file by its first bytes and, where these leave a choice, by its ending.
   *
   * @param ending the ending of its name, in lower case, without a dot
   * @param head its first bytes
   * @return the ending that such files have, for example {@code docx}; nothing for any other file
   */
  public static Optional<String> kind(String ending, byte[] head) {
    if (!isAt(head, 0)) {
      return Optional.empty();
    }
    if (ending.equals("xlsb")) {
      return Optional.of(ending); // the same parts, but in a form of their own
    }
    String first = name(head, 0);
    if (first.equals(MEDIA_TYPE)) {
      return Optional.ofNullable(byMediaType(head)).or(() -> byEnding(ending));
    }
    boolean isOpenXml = first.equals(OPEN_XML);
    String folder = null;
    for (int at = 0; at + ENTRY_LENGTH <= head.length; at++) {
      if (isAt(head, at)) {
        String name = name(head, at);
        isOpenXml |= name.equals(OPEN_XML);
        folder = folder == null ? folder(name) : folder;
      }
    }
    return isOpenXml && folder != null ? Optional.of(BY_FOLDER.get(folder)) : byEnding(ending);
  }

  private static Optional<String> byEnding(String ending) {
    return Optional.of(ending).filter(ENDINGS::contains);
  }

  private static String byMediaType(byte[] head) {
    int start = Math.min(head.length, ENTRY_LENGTH + MEDIA_TYPE.length());
    int length = Math.min(LONGEST_MEDIA_TYPE, head.length - start);
    String types = new String(head, start, length, StandardCharsets.ISO_8859_1);
    return BY_MEDIA_TYPE.entrySet().stream()
        .filter(type -> types.contains(type.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  private static String folder(String name) {
    return BY_FOLDER.keySet().stream().filter(name::startsWith).findFirst().orElse(null);
  }

  private static boolean isAt(byte[] head, int at) {
    if (at + ENTRY_LENGTH > head.length) {
      return false;
    }
    for (int i = 0; i < ENTRY.length; i++) {
      if (head[at + i] != ENTRY[i]) {
        return false;
      }
    }
    return true;
  }

  private static String name(byte[] head, int at) {
    int length = (head[at + NAME_LENGTH_AT] & 0xff) | (head[at + NAME_LENGTH_AT + 1] & 0xff) << 8;
    int start = at + ENTRY_LENGTH;
    return new String(head, start, Math.min(length, head.length - start), StandardCharsets.UTF_8);
  }
}
