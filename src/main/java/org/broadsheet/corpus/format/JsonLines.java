package org.broadsheet.corpus.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.InputStream;
import java.util.List;

/** JSON Lines: one object a line. */
final class JsonLines implements RecordFormat {

  private static final ObjectReader READER =
      JsonMapper.builder(
              JsonFactory.builder()
                  // Records are bounded in bytes before they come here.
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
                  .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readerFor(JsonNode.class);

  @Override
  public boolean isLines() {
    return true;
  }

  @Override
  public RawRecords cut(InputStream in, int maxRecordBytes) {
    return new Lines(in, maxRecordBytes);
  }

  @Override
  public List<FoundArticle> articles(RawRecord record, FieldChoice fields) {
    return List.of(article(record, fields));
  }

  private static FoundArticle article(RawRecord record, FieldChoice fields) {
    Encoding.Decoded decoded = Encoding.decode(record.bytes());
    if (decoded.error() != null) {
      return rejected(Reason.BAD_ENCODING, decoded.error());
    }
    try {
      JsonNode value = READER.readValue(decoded.text());
      if (!value.isObject()) {
        return rejected(
            Reason.NOT_AN_OBJECT, "a JSON " + value.getNodeType() + " where an object is expected");
      }
      return FieldMapping.article(value, fields);
    } catch (JsonProcessingException e) {
      return rejected(Reason.BAD_RECORD, "not JSON: " + where(e));
    }
  }

  private static String where(JsonProcessingException e) {
    String column = e.getLocation() == null ? "" : " at column " + e.getLocation().getColumnNr();
    return e.getOriginalMessage() + column;
  }

  private static FoundArticle rejected(Reason reason, String detail) {
    return FoundArticle.rejected(new Rejection(reason, detail));
  }
}
