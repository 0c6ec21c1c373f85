package org.broadsheet.ingest.input;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.apache.commons.io.input.ReaderInputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.io.LocalInputFile;
import org.broadsheet.ingest.compression.Compression;
import org.broadsheet.ingest.compression.ExpansionLimit;
import org.broadsheet.ingest.compression.Head;
import org.broadsheet.ingest.encoding.WideEncoding;
import org.broadsheet.ingest.format.Formats;
import org.broadsheet.ingest.format.ParquetRows;
import org.broadsheet.ingest.record.FoundArticle;
import org.broadsheet.ingest.record.RawRecord;
import org.broadsheet.ingest.record.RawRecords;
import org.broadsheet.ingest.record.ReadSettings;
import org.broadsheet.ingest.record.Reason;
import org.broadsheet.ingest.record.RecordFormat;
import org.broadsheet.ingest.record.Rejection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the records of a split: opens the file, decompresses, looks into archives, recognises the
 * format, cuts records, finds their articles. It never fails on what a file holds: whatever is
 * wrong with that becomes a rejected record. It fails where the store does not give the file.
 */
public final class SplitReader implements Iterator<SplitReader.Record>, Closeable {

  private static final Logger LOG = LoggerFactory.getLogger(SplitReader.class);

  public static final String UNKNOWN = "unknown";

  /** Archives within archives. */
  private static final int DEEPEST_ARCHIVE = 4;

  /**
   * One outcome of reading.
   *
   * @param file the published name of the file, or of the member of an archive
   * @param format the name of its format, or {@code unknown}
   * @param number the number of the record in the split; for the end, how many lines the next split
   *     of the file must add to its own
   * @param raw the bytes of the record
   * @param article the article or the rejection; null at the end of a file
   * @param bytes the size of the file, at its end; null for a record
   */
  public record Record(
      String file, String format, long number, byte[] raw, FoundArticle article, Long bytes) {
    public boolean isEnd() {
      return article == null;
    }
  }

  /**
   * A file, or a member of an archive, that is being read.
   *
   * @param source what is closed when its records are read
   * @param isShared whether other stripes of the file read it too, each its own lines
   */
  private record Part(
      String file,
      String format,
      LongSupplier bytes,
      RawRecords records,
      Closeable source,
      boolean isShared) {

    Part(String file, String format, LongSupplier bytes, RawRecords records, Closeable source) {
      this(file, format, bytes, records, source, false);
    }
  }

  /** There is nothing to close, or it is closed with the file. */
  private static final Closeable NOTHING = () -> {};

  private static final int COPIED_AT_ONCE = 1 << 16;

  private static final RawRecords NONE = RawRecords.of(List.of());

  private final Split split;
  private final InputSpec input;
  private final ReadSettings settings;
  private final BooleanSupplier goesOn;
  private final Configuration hadoop;
  private final ExpansionLimit expansion = new ExpansionLimit();
  private final Deque<Archive> archives = new ArrayDeque<>();
  private ListedFile file;
  private InputStream stream = InputStream.nullInputStream();
  private Part part;
  private RawRecord record;
  private Iterator<FoundArticle> articles = List.<FoundArticle>of().iterator();
  private long number;
  private long left;

  /**
   * Opens a split.
   *
   * @param split what to read
   * @param input how the job says to read it
   * @param maxRecordBytes longest record
   * @param most how many records are read at most
   * @param goesOn asked whether a file that the store did not give becomes a rejected record
   * @param hadoop the settings of the file systems
   * @throws UnreadableFileException if the store does not give the file, and it does not go on; so
   *     does {@link #next}
   */
  public SplitReader(
      Split split,
      InputSpec input,
      int maxRecordBytes,
      long most,
      BooleanSupplier goesOn,
      Configuration hadoop) {
    this.split = split;
    this.left = most;
    this.goesOn = goesOn;
    this.input = input;
    this.settings = new ReadSettings(maxRecordBytes, input.fields(), input.encoding());
    this.hadoop = hadoop;
    this.part = first();
  }

  @Override
  public boolean hasNext() {
    return part != null;
  }

  @Override
  public Record next() {
    if (part == null) {
      throw new NoSuchElementException();
    }
    try {
      return read();
    } catch (UnreadableFileException e) {
      requireGoingOn(e);
      return end(notRead(e));
    }
  }

  private Record read() {
    while (!articles.hasNext()) {
      if (left == 0 || !hasRecord()) {
        requireRead();
        return end();
      }
      requireRead();
      if (!part.isShared || split.takes(record.number())) {
        articles = found(record).iterator();
        left--;
        number = record.number() - 1;
      }
    }
    number++;
    return new Record(part.file, part.format, number, record.bytes(), articles.next(), null);
  }

  /** Steps to the next record, if there is one. */
  private boolean hasRecord() {
    try {
      boolean any = part.records.hasNext();
      record = any ? part.records.next() : null;
      return any;
    } catch (RuntimeException | StackOverflowError e) {
      requireRead();
      LOG.warn("{}: cutting the file failed after record {}: {}", part.file, number, e.toString());
      LOG.debug("where it failed", e);
      closeQuietly(part.source);
      part = rejected(part, nextNumber(), Rejection.of(e));
      return hasRecord();
    }
  }

  /** What a record holds; where this program fails at it, that it was rejected. */
  static List<FoundArticle> found(RawRecord cut) {
    try {
      return cut.articles();
    } catch (RuntimeException | StackOverflowError e) {
      LOG.warn("finding the articles of record {} failed: {}", cut.number(), e.toString());
      LOG.debug("where it failed", e);
      return List.of(FoundArticle.rejected(Rejection.of(e)));
    }
  }

  /** A number that no record of the file has, in this part of it or another. */
  private long nextNumber() {
    long next = Math.max(number, part.records.count()) + 1;
    while (!split.takes(next)) {
      next++;
    }
    return next;
  }

  private static Part rejected(Part in, long number, Rejection rejection) {
    RawRecord rejected =
        new RawRecord(number, new byte[0], raw -> List.of(FoundArticle.rejected(rejection)));
    return new Part(in.file, in.format, in.bytes, RawRecords.of(List.of(rejected)), NOTHING);
  }

  /** The end of a part; after it comes the next member of the archive, if there is one. */
  private Record end() {
    Part next = left == 0 ? null : nextMember();
    if (next == null && file != null) {
      file.requireUnchanged();
    }
    return end(next);
  }

  private Record end(Part next) {
    // Stripes count the lines of the whole file by themselves.
    long lines = split.stripes() == 1 ? part.records.count() : 0;
    Record end = new Record(part.file, part.format, lines, null, null, part.bytes.getAsLong());
    closeQuietly(part.source);
    part = next;
    number = 0;
    if (part == null) {
      close();
    }
    return end;
  }

  private void requireGoingOn(UnreadableFileException failure) {
    if (!goesOn.getAsBoolean()) {
      close();
      throw failure;
    }
  }

  /** In place of all that is left of a file that the store did not give. */
  private Part notRead(UnreadableFileException failure) {
    file = null;
    archives.clear();
    articles = List.<FoundArticle>of().iterator();
    Part whole = new Part(split.file().name(), UNKNOWN, split.file()::bytes, NONE, NOTHING);
    return rejected(whole, 1, new Rejection(Reason.FILE_NOT_READ, failure.getMessage()));
  }

  private void requireRead() {
    if (file != null) {
      file.requireRead();
    }
  }

  @Override
  public void close() {
    if (part != null) {
      closeQuietly(part.source);
    }
    closeQuietly(stream);
  }

  /** The records were read; what does not close cleanly changes nothing about them. */
  private static void closeQuietly(Closeable open) {
    try {
      open.close();
    } catch (IOException e) {
      // See above.
    }
  }

  private Part first() {
    String name = split.file().name();
    LongSupplier bytes = split.file()::bytes;
    if (split.file().obstacle() != null) {
      return unreadable(name, UNKNOWN, bytes, split.file().obstacle());
    }
    try {
      return opened(name, bytes);
    } catch (UnreadableFileException e) {
      requireGoingOn(e);
      return notRead(e);
    }
  }

  private Part opened(String name, LongSupplier bytes) {
    file = new ListedFile(split.file(), hadoop);
    ListedFile.Bytes in = file.open();
    stream = in;
    Part opened;
    try {
      byte[] magic = in.readNBytes(Compression.MAGIC_BYTES);
      in.seek(0);
      Optional<String> lines =
          Compression.of(magic) == Compression.NONE ? formatOfRange(in) : Optional.empty();
      if (lines.isPresent()) {
        opened = range(in, lines.get());
      } else {
        in.seek(0);
        String fileName = new Path(split.file().uri()).getName();
        opened = opened(name, fileName, bytes, expansion.packed(in));
      }
    } catch (IOException | RuntimeException e) {
      opened = unreadable(name, UNKNOWN, bytes, "the file cannot be read: " + e);
    }
    file.requireRead();
    return opened;
  }

  /** The format of lines whose range is to be read; nothing if the file is read from its start. */
  private Optional<String> formatOfRange(ListedFile.Bytes in) throws IOException {
    if (split.isWhole() || split.stripes() > 1) {
      return Optional.empty();
    }
    byte[] head = Head.of(in, Formats.HEAD).bytes();
    return WideEncoding.of(head) != null
        ? Optional.empty()
        : format(split.file().name(), head)
            .filter(name -> !name.equals(Formats.PARQUET) && Formats.named(name).isLines());
  }

  /** The lines that begin in the range. */
  private Part range(ListedFile.Bytes in, String format) throws IOException {
    long start = split.start();
    in.seek(0);
    ReadSettings ofLines = settings.ofLines(Head.of(in, Formats.HEAD).bytes());
    in.seek(Math.max(0, start - 1));
    if (start > 0) {
      start = start - 1 + skipLine(in, split.end() - start + 1);
    }
    InputStream lines = new LinesUpTo(in, split.end() - start);
    RawRecords records = Formats.named(format).cut(lines, ofLines);
    return new Part(split.file().name(), format, split.file()::bytes, records, in);
  }

  private Optional<String> format(String fileName, byte[] head) {
    return input.format().equals(Formats.AUTO)
        ? Formats.recognise(fileName, head)
        : Optional.of(input.format());
  }

  /** Opens a file or a member: what is packed is unpacked, until there are records. */
  private Part opened(String name, String fileName, LongSupplier bytes, InputStream in)
      throws IOException {
    Head packed = Head.of(in, Formats.HEAD);
    Compression compression = Compression.of(packed.bytes());
    Head head =
        compression == Compression.NONE
            ? packed
            : Head.of(expansion.plain(compression.decompressed(packed.whole())), Formats.HEAD);
    String archive = Archive.kind(head.bytes());
    if (archive != null && !isOffice(fileName)) {
      return entered(name, archive, bytes, head.whole());
    }
    Optional<String> recognised = format(fileName, head.bytes());
    if (recognised.isEmpty()) {
      String detail = "no reader for this kind of file; this version reads " + Formats.names();
      return unreadable(name, UNKNOWN, bytes, detail);
    }
    String formatName = recognised.get();
    if (formatName.equals(Formats.PARQUET)) {
      return parquet(name, bytes, head, compression == Compression.NONE);
    }
    RecordFormat format = Formats.named(formatName);
    boolean elsewhere = !format.isLines() && !split.isFirst();
    RawRecords records =
        elsewhere ? NONE : format.cut(inBytes(head), settings.ofLines(head.bytes()));
    boolean isShared = format.isLines() && archives.isEmpty();
    return new Part(name, formatName, bytes, records, head.rest(), isShared);
  }

  /** Documents of office programs are archives too, but none of articles. */
  private static boolean isOffice(String fileName) {
    return fileName
        .toLowerCase(Locale.ROOT)
        .matches(".*\\.(?:docx|xlsx|pptx|odt|ods|odp|epub|jar|apk|xpi)");
  }

  /** Characters of several bytes each are brought to a form that can be cut byte by byte. */
  private static InputStream inBytes(Head head) throws IOException {
    Charset wide = WideEncoding.of(head.bytes());
    return wide == null
        ? head.whole()
        : ReaderInputStream.builder()
            .setReader(new InputStreamReader(head.whole(), wide))
            .setCharset(StandardCharsets.UTF_8)
            .get();
  }

  /** Parquet is read from its end: in place, or by way of a file of its own. */
  private Part parquet(String name, LongSupplier bytes, Head head, boolean isPlain)
      throws IOException {
    if (isPlain && archives.isEmpty()) {
      ParquetRows rows = new ParquetRows(file.asParquet(), split.start(), split.end(), settings);
      return new Part(name, Formats.PARQUET, bytes, rows, rows);
    }
    if (!split.isFirst()) {
      return new Part(name, Formats.PARQUET, bytes, NONE, head.rest());
    }
    java.nio.file.Path copy = unpacked(head.whole());
    ParquetRows rows = new ParquetRows(new LocalInputFile(copy), 0, Files.size(copy), settings);
    Closeable source =
        () -> {
          rows.close();
          Files.deleteIfExists(copy);
        };
    return new Part(name, Formats.PARQUET, bytes, rows, source);
  }

  /** A file of its own for what is packed. That there is no room for it says nothing about it. */
  private java.nio.file.Path unpacked(InputStream packed) throws IOException {
    java.nio.file.Path copy = file.here(() -> Files.createTempFile("broadsheet", ".parquet"));
    copy.toFile().deleteOnExit();
    try (OutputStream out = Files.newOutputStream(copy)) {
      byte[] buffer = new byte[COPIED_AT_ONCE];
      for (int read = packed.read(buffer); read >= 0; read = packed.read(buffer)) {
        int length = read;
        file.here(
            () -> {
              out.write(buffer, 0, length);
              return length;
            });
      }
      return copy;
    } catch (IOException e) {
      Files.deleteIfExists(copy);
      throw e;
    }
  }

  /** The archive itself, without records; its members follow. */
  private Part entered(String name, String kind, LongSupplier bytes, InputStream in) {
    if (archives.size() >= DEEPEST_ARCHIVE) {
      String detail = "archives lie in one another more than " + DEEPEST_ARCHIVE + " deep";
      return unreadable(name, kind, bytes, detail);
    }
    if (split.isFirst()) {
      archives.push(Archive.open(name, kind, in));
    }
    return new Part(name, kind, bytes, NONE, NOTHING);
  }

  /** The next member of the innermost archive; null after the last one of all. */
  private Part nextMember() {
    while (!archives.isEmpty()) {
      Archive archive = archives.peek();
      try {
        Archive.Member member = archive.next();
        if (member == null) {
          archives.pop();
        } else if (member.obstacle() != null) {
          return unreadable(member.name(), UNKNOWN, member.bytes(), member.obstacle());
        } else {
          return member(archive, member);
        }
      } catch (IOException | RuntimeException e) {
        archives.pop();
        return unreadable(archive.name(), archive.kind(), () -> 0, "the archive breaks off: " + e);
      }
    }
    return null;
  }

  private Part member(Archive archive, Archive.Member member) {
    LongSupplier bytes = member.bytes();
    try {
      String fileName = member.name().substring(member.name().lastIndexOf('/') + 1);
      return opened(member.name(), fileName, bytes, expansion.plain(archive.stream()));
    } catch (IOException | RuntimeException e) {
      return unreadable(member.name(), UNKNOWN, bytes, "it cannot be read: " + e);
    }
  }

  private Part unreadable(String name, String format, LongSupplier bytes, String detail) {
    Part part = new Part(name, format, bytes, NONE, NOTHING);
    return split.isFirst()
        ? rejected(part, 1, new Rejection(Reason.UNREADABLE_FILE, detail))
        : part;
  }

  /** Skips to the line after the next line break, if it begins in time; returns what is skipped. */
  private static long skipLine(InputStream in, long most) throws IOException {
    long skipped = 0;
    int read;
    do {
      read = in.read();
      skipped += read < 0 ? 0 : 1;
    } while (read >= 0 && read != '\n' && skipped < most);
    return skipped;
  }

  /** A stream that ends with the line that holds its last allowed byte. */
  private static final class LinesUpTo extends FilterInputStream {
    private long left;
    private boolean ended;

    LinesUpTo(InputStream in, long bytes) {
      super(in);
      left = bytes;
      ended = bytes <= 0;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      if (ended) {
        return -1;
      }
      // Within the range at once, beyond it by small steps to the line break.
      int wanted = left > 0 ? (int) Math.min(length, left) : Math.min(length, 1 << 12);
      int read = super.read(buffer, offset, wanted);
      if (read < 0) {
        ended = true;
        return -1;
      }
      if (left > 0) {
        left -= read;
        ended = left == 0 && buffer[offset + read - 1] == '\n';
        return read;
      }
      for (int i = 0; i < read; i++) {
        if (buffer[offset + i] == '\n') {
          ended = true;
          return i + 1;
        }
      }
      return read;
    }
  }
}
