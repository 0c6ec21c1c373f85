package org.broadsheet.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Random;
import org.broadsheet.text.RandomText;
import org.junit.jupiter.api.Test;

class ContentHashTest {

  private final ContentHash hash = new ContentHash();

  @Test
  void whiteSpaceOfAnyKindIsOneSpace() {
    String plain = hash.ofBody("One two.\nThree é.");
    assertEquals(plain, hash.ofBody(" \tOne \u3000 two.\r\n\r\nThree\u00a0e\u0301.\u2028"));
    assertNotEquals(plain, hash.ofBody("Onetwo. Three é."));
  }

  @Test
  void isThatOfTheCollapsedCharactersOfAnyText() throws NoSuchAlgorithmException {
    Random random = new Random(5);
    for (int i = 0; i < 20_000; i++) {
      String body = RandomText.of(random, random.nextInt(30));
      assertEquals(expected(body), hash.ofBody(body), body);
      String ascii = body.replaceAll("[^\\x00-\\x7f]", "");
      assertEquals(expected(ascii), hash.ofBody(ascii), ascii);
    }
  }

  private static String expected(String body) throws NoSuchAlgorithmException {
    StringBuilder collapsed = new StringBuilder();
    boolean space = false;
    for (char c : Normalizer.normalize(body, Normalizer.Form.NFC).toCharArray()) {
      boolean white = Character.isWhitespace(c) || c == '\u00a0';
      if (!white) {
        collapsed.append(space && !collapsed.isEmpty() ? " " : "").append(c);
      }
      space = white;
    }
    byte[] bytes = collapsed.toString().getBytes(StandardCharsets.UTF_8);
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
    return HexFormat.of().formatHex(digest, 0, 16);
  }
}
