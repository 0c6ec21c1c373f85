package org.broadsheet.corpus.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.broadsheet.corpus.parse.SavedArticle;
import org.broadsheet.corpus.parse.SavedText;

/** Articles saved as text: a file is read whole and holds one article, or several between rules. */
final class SavedTexts implements RecordFormat {

  @Override
  public boolean isLines() {
    return false;
  }

  @Override
  public RawRecords cut(InputStream in, int maxRecordBytes) {
    return RawRecords.of(List.of(whole(in, maxRecordBytes)));
  }

  private static RawRecord whole(InputStream in, int maxBytes) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Rejection rejection;
    try {
      copy(in, bytes, maxBytes);
      rejection = in.read() < 0 ? null : tooLong(maxBytes);
    } catch (IOException | RuntimeException e) {
      rejection = new Rejection(Reason.UNREADABLE_FILE, "the file breaks off: " + e);
    }
    return new RawRecord(1, bytes.toByteArray(), rejection);
  }

  private static void copy(InputStream in, ByteArrayOutputStream out, int most) throws IOException {
    byte[] chunk = new byte[1 << 14];
    int length = 0;
    while (length >= 0 && out.size() < most) {
      length = in.read(chunk, 0, Math.min(chunk.length, most - out.size()));
      out.write(chunk, 0, Math.max(0, length));
    }
  }

  private static Rejection tooLong(int maxBytes) {
    return new Rejection(
        Reason.TOO_LONG, "the file has more than limits.max_record_bytes = " + maxBytes + " bytes");
  }

  @Override
  public List<FoundArticle> articles(RawRecord record, FieldChoice fields) {
    if (Encoding.isBinary(record.bytes())) {
      return List.of(
          FoundArticle.rejected(new Rejection(Reason.NOT_TEXT, "the file holds binary zeros")));
    }
    Encoding.Decoded decoded = Encoding.decode(record.bytes());
    if (decoded.error() != null) {
      return List.of(FoundArticle.rejected(new Rejection(Reason.BAD_ENCODING, decoded.error())));
    }
    List<SavedArticle> articles = SavedText.parse(decoded.text());
    if (articles.isEmpty()) {
      return List.of(
          FoundArticle.rejected(new Rejection(Reason.NO_TEXT, "the file holds no word")));
    }
    return articles.stream().map(SavedTexts::found).toList();
  }

  private static FoundArticle found(SavedArticle article) {
    return new FoundArticle(
        article.title(),
        article.body(),
        article.url(),
        article.outlet(),
        article.byline(),
        article.dateline(),
        article.published(),
        null,
        article.section(),
        article.keywords(),
        article.captions(),
        Map.of(),
        null);
  }
}
