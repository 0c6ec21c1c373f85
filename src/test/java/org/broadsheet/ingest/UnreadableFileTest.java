package org.broadsheet.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.BufferedFSInputStream;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Types;
import org.broadsheet.ingest.format.Formats;
import org.broadsheet.ingest.input.InputFile;
import org.broadsheet.ingest.input.InputSpec;
import org.broadsheet.ingest.input.ReadRecord;
import org.broadsheet.ingest.input.Split;
import org.broadsheet.ingest.input.SplitReader;
import org.broadsheet.ingest.input.UnreadableFileException;
import org.broadsheet.ingest.record.FieldChoice;
import org.broadsheet.ingest.record.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the store does not give is no fault of the content: it is never lost in silence. */
class UnreadableFileTest {

  private static final int LINES = 3_000;

  @TempDir Path folder;
  private final Configuration hadoop = new Configuration();

  /**
   * A local disk that fails at a byte of a file, {@code weak.at}, or after some {@code weak.opens}.
   */
  public static final class WeakDisk extends RawLocalFileSystem {
    private int opens;

    @Override
    public URI getUri() {
      return URI.create("weak:///");
    }

    @Override
    public FSDataInputStream open(org.apache.hadoop.fs.Path path, int buffer) throws IOException {
      long at = getConf().getLong("weak.at", Long.MAX_VALUE);
      opens++;
      if (at < 0 || opens > getConf().getInt("weak.opens", Integer.MAX_VALUE)) {
        throw new IOException("the token has expired");
      }
      FSDataInputStream in = super.open(path, buffer);
      return new FSDataInputStream(new BufferedFSInputStream(new Weak(in, at), 64));
    }
  }

  private static final class Weak extends FSInputStream {
    private final FSDataInputStream in;
    private final long at;

    Weak(FSDataInputStream in, long at) {
      this.in = in;
      this.at = at;
    }

    @Override
    public int read() throws IOException {
      if (in.getPos() >= at) {
        throw new IOException("connection reset");
      }
      return in.read();
    }

    @Override
    public void seek(long position) throws IOException {
      in.seek(position);
    }

    @Override
    public long getPos() throws IOException {
      return in.getPos();
    }

    @Override
    public boolean seekToNewSource(long position) {
      return false;
    }
  }

  @BeforeEach
  void mount() {
    hadoop.setClass("fs.weak.impl", WeakDisk.class, FileSystem.class);
    hadoop.setBoolean("fs.weak.impl.disable.cache", true);
  }

  private static byte[] lines() {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= LINES; i++) {
      text.append("{\"title\": \"Ferry ").append(i).append("\", \"body\": \"It sails.\"}\n");
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] packed(String name, byte[] plain) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    if (name.endsWith(".gz")) {
      try (OutputStream out = new GZIPOutputStream(bytes)) {
        out.write(plain);
      }
    } else if (name.endsWith(".zip")) {
      try (ZipOutputStream out = new ZipOutputStream(bytes)) {
        out.putNextEntry(new ZipEntry("inside.jsonl"));
        out.write(plain);
      }
    } else {
      return plain;
    }
    return bytes.toByteArray();
  }

  private InputFile listed(String scheme, String name, byte[] bytes) throws IOException {
    Path path = Files.write(folder.resolve(name), bytes);
    long modified = Files.getLastModifiedTime(path).toMillis();
    return new InputFile(scheme + "://" + path, name, bytes.length, modified, 0, null);
  }

  private List<String> read(InputFile file, int tasks, boolean goesOn) {
    InputSpec input = new InputSpec("", Formats.AUTO, null, new FieldChoice(Map.of(), List.of()));
    List<String> found = new ArrayList<>();
    for (Split split : Split.of(List.of(file), f -> !f.name().endsWith(".jsonl"), tasks)) {
      SplitReader reader =
          new SplitReader(split, input, 1_000_000, Long.MAX_VALUE, () -> goesOn, hadoop);
      while (reader.hasNext()) {
        ReadRecord record = reader.next();
        if (!record.isEnd()) {
          var rejection = record.article().rejection();
          found.add(
              rejection == null
                  ? record.article().title()
                  : record.file() + " " + record.number() + " " + rejection.reason().label());
        }
      }
    }
    return found;
  }

  private UnreadableFileException refused(InputFile file) {
    return assertThrows(UnreadableFileException.class, () -> read(file, 1, false));
  }

  @ParameterizedTest
  @CsvSource({
    "a.jsonl,-1",
    "a.jsonl,0",
    "a.jsonl,100000",
    "a.jsonl.gz,5",
    "a.jsonl.gz,3000",
    "a.zip,0",
    "a.zip,6000",
    "a.txt,50"
  })
  void aStoreThatFailsFailsTheTask(String name, long at) throws IOException {
    InputFile file = listed("weak", name, packed(name, lines()));
    assertTrue(at < file.bytes(), "it fails within the file");
    hadoop.setLong("weak.at", at);
    UnreadableFileException e = refused(file);
    String what = at < 0 ? "cannot be opened: java.io.IOException: the token" : "cannot be read: ";
    assertTrue(e.getMessage().startsWith(name + " " + what), e.getMessage());
  }

  @Test
  void aStoreThatFailsAtParquetFailsTheTask() throws IOException {
    InputFile file = listed("weak", "a.parquet", parquet());
    assertEquals(LINES, read(file, 1, false).size());
    for (long at : List.of(-1L, 0L, 4L, file.bytes() - 20)) {
      hadoop.setLong("weak.at", at);
      assertTrue(refused(file).getMessage().startsWith("a.parquet cannot be "));
    }
  }

  private byte[] parquet() throws IOException {
    MessageType schema =
        Types.buildMessage()
            .required(PrimitiveType.PrimitiveTypeName.BINARY)
            .as(LogicalTypeAnnotation.stringType())
            .named("title")
            .named("articles");
    Path file = folder.resolve("made.parquet");
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new LocalOutputFile(file)).withType(schema).build()) {
      for (int i = 0; i < LINES; i++) {
        Group row = new SimpleGroup(schema);
        row.add("title", "Ferry " + i);
        writer.write(row);
      }
    }
    return Files.readAllBytes(file);
  }

  /** Parquet opens a file for its end, and again for its rows. */
  @Test
  void aStoreThatGivesParquetOnlyOnceFailsTheTask() throws IOException {
    InputFile file = listed("weak", "a.parquet", parquet());
    hadoop.setInt("weak.opens", 1);
    UnreadableFileException e = refused(file);
    assertTrue(e.getMessage().contains("the token has expired"), e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.jsonl", "a.jsonl.gz", "a.zip"})
  void whereTheJobGoesOnTheFileEndsAsOneRejectedRecord(String name) throws IOException {
    byte[] many = new byte[40 * lines().length];
    for (int i = 0; i < 40; i++) {
      System.arraycopy(lines(), 0, many, i * lines().length, lines().length);
    }
    InputFile file = listed("weak", name, packed(name, many));
    hadoop.setLong("weak.at", file.bytes() - 5_000);
    List<String> found = read(file, 1, true);
    assertTrue(found.size() > 10 * LINES, "" + found.size());
    assertEquals(name + " 1 file-not-read", found.get(found.size() - 1));
    assertEquals(1, found.stream().filter(one -> one.endsWith("file-not-read")).count());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.jsonl", "a.jsonl.gz", "a.zip"})
  void aFileThatBecameShorterIsNamed(String name) throws IOException {
    InputFile file = listed("file", name, packed(name, lines()));
    Files.write(folder.resolve(name), packed(name, "{}".getBytes(StandardCharsets.UTF_8)));
    String now = " bytes then, " + Files.size(folder.resolve(name)) + " now";
    assertTrue(refused(file).getMessage().contains(now));
    assertEquals(List.of(name + " 1 file-not-read"), read(file, 1, true));
  }

  @Test
  void aFileThatWasWrittenAgainIsNamed() throws IOException {
    InputFile file = listed("file", "a.jsonl", lines());
    Files.setLastModifiedTime(
        folder.resolve("a.jsonl"), FileTime.fromMillis(file.modified() + 5_000));
    assertTrue(refused(file).getMessage().contains("was written again"));
  }

  @Test
  void aFileThatGrowsWhileItIsReadIsNamedAtItsEnd() throws IOException {
    InputFile file = listed("file", "a.jsonl", lines());
    InputSpec input = new InputSpec("", Formats.AUTO, null, new FieldChoice(Map.of(), List.of()));
    Split split = Split.beginnings(List.of(file)).get(0);
    SplitReader reader = new SplitReader(split, input, 1_000, Long.MAX_VALUE, () -> false, hadoop);
    reader.next();
    Files.writeString(folder.resolve("a.jsonl"), "{}\n", java.nio.file.StandardOpenOption.APPEND);
    UnreadableFileException e =
        assertThrows(
            UnreadableFileException.class,
            () -> {
              while (reader.hasNext()) {
                reader.next();
              }
            });
    assertTrue(e.getMessage().contains("has changed since it was listed"), e.getMessage());
  }

  @Test
  void aFileThatIsGoneIsNamed() throws IOException {
    InputFile file = listed("file", "a.jsonl", lines());
    Files.delete(folder.resolve("a.jsonl"));
    assertTrue(refused(file).getMessage().startsWith("a.jsonl cannot be opened"));
    assertEquals("file-not-read", Reason.FILE_NOT_READ.label());
  }

  @Test
  void whatIsWrongWithTheContentIsNoFailureOfTheStore() throws IOException {
    byte[] zipped = packed("c.jsonl.gz", lines());
    InputFile file =
        listed("file", "c.jsonl.gz", java.util.Arrays.copyOf(zipped, zipped.length / 2));
    List<String> found = read(file, 1, false);
    assertTrue(found.get(found.size() - 1).endsWith("unreadable-file"), "" + found);
    assertEquals(
        List.of("d.parquet 1 unreadable-file"),
        read(listed("file", "d.parquet", "PAR1 and no more PAR1".getBytes()), 1, false));
  }

  /** A footer that leads out of the file is wrong content, and loses no row in silence. */
  @ParameterizedTest
  @ValueSource(longs = {Long.MIN_VALUE, -5, 1L << 40, Long.MAX_VALUE})
  void aFooterThatLeadsOutOfTheFileIsWrongContent(long offset) throws IOException {
    byte[] bytes = withPagesAt(offset, parquet());
    assertEquals(
        List.of("e.parquet 1 unreadable-file"), read(listed("file", "e.parquet", bytes), 1, false));
  }

  private static byte[] withPagesAt(long offset, byte[] parquet) throws IOException {
    int end = parquet.length - 8;
    ByteBuffer length = ByteBuffer.wrap(parquet, end, 4).order(ByteOrder.LITTLE_ENDIAN);
    int start = end - length.getInt();
    FileMetaData footer =
        Util.readFileMetaData(new ByteArrayInputStream(parquet, start, end - start));
    for (RowGroup group : footer.getRow_groups()) {
      group.setFile_offset(offset);
      group.getColumns().forEach(column -> column.getMeta_data().setData_page_offset(offset));
      group.getColumns().forEach(column -> column.getMeta_data().unsetDictionary_page_offset());
    }
    ByteArrayOutputStream changed = new ByteArrayOutputStream();
    changed.write(parquet, 0, start);
    Util.writeFileMetaData(footer, changed);
    int written = changed.size() - start;
    changed.write(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(written).array());
    changed.write(parquet, end + 4, 4);
    return changed.toByteArray();
  }
}
