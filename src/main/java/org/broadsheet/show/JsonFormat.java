package org.broadsheet.show;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.broadsheet.Printable;

/** One JSON object a line. Control characters are written by their numbers: no value changes. */
public final class JsonFormat implements RowFormat {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public void print(List<String> columns, Iterator<Object[]> rows, PrintStream out) {
    rows.forEachRemaining(row -> out.println(json(columns, row)));
  }

  private static String json(List<String> columns, Object[] row) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < row.length; i++) {
      object.put(columns.get(i), isPlain(row[i]) ? row[i] : row[i].toString());
    }
    try {
      return Printable.json(JSON.writeValueAsString(object));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isPlain(Object value) {
    return value == null
        || value instanceof Number
        || value instanceof Boolean
        || value instanceof List
        || value instanceof Map;
  }
}
