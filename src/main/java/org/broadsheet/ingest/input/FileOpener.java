package org.broadsheet.ingest.input;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.commons.io.input.ReaderInputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.broadsheet.ingest.compression.Compression;
import org.broadsheet.ingest.compression.ExpansionLimit;
import org.broadsheet.ingest.compression.Head;
import org.broadsheet.ingest.encoding.StrictReader;
import org.broadsheet.ingest.encoding.WideEncoding;
import org.broadsheet.ingest.format.FormatRecognition;
import org.broadsheet.ingest.format.Formats;
import org.broadsheet.ingest.format.UnreadKinds;
import org.broadsheet.ingest.record.RawRecords;
import org.broadsheet.ingest.record.ReadSettings;
import org.broadsheet.ingest.record.Reason;
import org.broadsheet.ingest.record.RecordFormat;
import org.broadsheet.ingest.record.Rejection;
import org.broadsheet.ingest.record.Remedy;

/**
 * Opens the file of a split and, if it is an archive, its members one after another. A file whose
 * content cannot be read has one rejected record.
 */
final class FileOpener implements Closeable {

  /** Archives within archives. */
  private static final int DEEPEST_ARCHIVE = 4;

  private final Split split;
  private final InputSpec input;
  private final ReadSettings settings;
  private final Configuration hadoop;
  private final ExpansionLimit expansion = new ExpansionLimit();

  /** The archives that are open, the innermost first. */
  private final Deque<Archive> archives = new ArrayDeque<>();

  /** Null until it is opened, and again once it is given up. */
  private ListedFile file;

  private InputStream stream = InputStream.nullInputStream();

  FileOpener(Split split, InputSpec input, ReadSettings settings, Configuration hadoop) {
    this.split = split;
    this.input = input;
    this.settings = settings;
    this.hadoop = hadoop;
  }

  /**
   * Opens the file.
   *
   * @return the file; an archive has no records, and its members follow
   * @throws UnreadableFileException if the store does not give it
   */
  OpenFile open() {
    if (split.file().obstacle() != null) {
      return unreadable(name(), SplitReader.UNKNOWN, size(), split.file().obstacle());
    }
    file = new ListedFile(split.file(), hadoop);
    ListedFile.Bytes in = file.open();
    stream = in;
    OpenFile opened;
    try {
      opened = opened(in);
    } catch (IOException | RuntimeException e) {
      String detail = "the file cannot be read: " + e + Remedy.FETCH_AGAIN;
      opened = unreadable(name(), SplitReader.UNKNOWN, size(), detail);
    }
    file.requireRead();
    return opened;
  }

  private String name() {
    return split.file().name();
  }

  private LongSupplier size() {
    return split.file()::bytes;
  }

  private OpenFile opened(ListedFile.Bytes in) throws IOException {
    byte[] magic = in.readNBytes(Compression.MAGIC_BYTES);
    in.seek(0);
    Optional<String> lines =
        Compression.of(magic) == Compression.NONE ? formatOfRange(in) : Optional.empty();
    in.seek(0);
    return lines.isPresent()
        ? range(in, lines.get())
        : opened(name(), new Path(split.file().uri()).getName(), size(), expansion.packed(in));
  }

  /** The format of lines whose range is to be read; nothing if the file is read from its start. */
  private Optional<String> formatOfRange(ListedFile.Bytes in) throws IOException {
    if (split.isWhole() || split.stripes() > 1) {
      return Optional.empty();
    }
    byte[] head = Head.of(in, FormatRecognition.HEAD).bytes();
    return WideEncoding.of(head) != null
        ? Optional.empty()
        : format(name(), head)
            .filter(name -> !name.equals(Formats.PARQUET) && Formats.named(name).isLines());
  }

  /** The lines that begin in the range. */
  private OpenFile range(ListedFile.Bytes in, String format) throws IOException {
    RecordFormat lines = Formats.named(format);
    ReadSettings settled = lines.settled(Head.of(in, FormatRecognition.HEAD).bytes(), settings);
    InputStream range = LineRange.of(in, split.start(), split.end());
    return OpenFile.of(name(), format, size(), lines.cut(range, settled), in);
  }

  private Optional<String> format(String fileName, byte[] head) {
    return input.format().equals(Formats.AUTO)
        ? FormatRecognition.of(fileName, head).map(this::asChosen)
        : Optional.of(input.format());
  }

  /** Where the job names the element that is a record, it decides for any XML. */
  private String asChosen(String recognised) {
    boolean isChosen = input.fields().record() != null && Formats.isMarkup(recognised);
    return isChosen ? Formats.XML : recognised;
  }

  /** Opens a file or a member: what is packed is unpacked, until there are records. */
  private OpenFile opened(String name, String fileName, LongSupplier bytes, InputStream in)
      throws IOException {
    Head packed = Head.of(in, FormatRecognition.HEAD);
    Compression compression = Compression.of(packed.bytes());
    boolean isPlain = compression == Compression.NONE;
    Head head =
        isPlain
            ? packed
            : Head.of(
                expansion.plain(compression.decompressed(packed.whole())), FormatRecognition.HEAD);
    String archive = Archive.kind(head.bytes());
    if (archive != null && !FormatRecognition.isOfficeFile(fileName, head.bytes())) {
      return entered(name, archive, bytes, head.whole());
    }
    Optional<String> format = format(fileName, head.bytes());
    if (format.isEmpty()) {
      String advice =
          FormatRecognition.remedy(head.bytes())
              .orElseGet(() -> UnreadKinds.advice(fileName, head.bytes()));
      return unreadable(name, SplitReader.UNKNOWN, bytes, advice);
    }
    return format.get().equals(Formats.PARQUET)
        ? parquet(name, bytes, head, isPlain)
        : records(name, format.get(), bytes, head);
  }

  private OpenFile parquet(String name, LongSupplier bytes, Head head, boolean isPlain)
      throws IOException {
    if (isPlain && archives.isEmpty()) {
      return ParquetFile.inPlace(name, bytes, file, split, settings);
    }
    return split.isFirst()
        ? ParquetFile.copied(name, bytes, file, head.whole(), settings)
        : OpenFile.of(name, Formats.PARQUET, bytes, OpenFile.NO_RECORDS, head.rest());
  }

  /** Only formats of lines are shared out; of any other, the first split reads all records. */
  private OpenFile records(String name, String formatName, LongSupplier bytes, Head head)
      throws IOException {
    RecordFormat format = Formats.named(formatName);
    RawRecords records =
        format.isLines() || split.isFirst()
            ? format.cut(inBytes(head), format.settled(inBytes(head.bytes()), settings))
            : OpenFile.NO_RECORDS;
    boolean isShared = format.isLines() && archives.isEmpty();
    return new OpenFile(name, formatName, bytes, records, head.rest(), isShared);
  }

  private static byte[] inBytes(byte[] head) {
    Charset wide = WideEncoding.of(head);
    return wide == null ? head : new String(head, wide).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Characters of several bytes each are brought to a form that can be cut byte by byte. What is
   * not valid is marked, so that the record around it is rejected.
   */
  private static InputStream inBytes(Head head) throws IOException {
    Charset wide = WideEncoding.of(head.bytes());
    return wide == null
        ? head.whole()
        : ReaderInputStream.builder()
            .setReader(StrictReader.of(head.whole(), wide))
            .setCharset(StandardCharsets.UTF_8)
            .get();
  }

  /** The archive itself, without records; its members follow. */
  private OpenFile entered(String name, String kind, LongSupplier bytes, InputStream in) {
    if (archives.size() >= DEEPEST_ARCHIVE) {
      String detail =
          "archives lie in one another more than "
              + DEEPEST_ARCHIVE
              + " deep; unpack the inner ones and name their folder";
      return unreadable(name, kind, bytes, detail);
    }
    if (split.isFirst()) {
      archives.push(Archive.open(name, kind, in));
    }
    return OpenFile.empty(name, kind, bytes);
  }

  /** The next member of the innermost archive; null after the last one of all. */
  OpenFile nextMember() {
    while (!archives.isEmpty()) {
      Archive archive = archives.peek();
      try {
        Archive.Member member = archive.next();
        if (member != null) {
          return member(archive, member);
        }
        archives.pop();
      } catch (IOException | RuntimeException e) {
        archives.pop();
        String detail = "the archive breaks off: " + e + Remedy.FETCH_AGAIN;
        return unreadable(archive.name(), archive.kind(), () -> 0, detail);
      }
    }
    return null;
  }

  private OpenFile member(Archive archive, Archive.Member member) {
    String name = member.name();
    if (member.obstacle() != null) {
      return unreadable(name, SplitReader.UNKNOWN, member.bytes(), member.obstacle());
    }
    try {
      String fileName = name.substring(name.lastIndexOf('/') + 1);
      return opened(name, fileName, member.bytes(), expansion.plain(archive.stream()));
    } catch (IOException | RuntimeException e) {
      String detail = "it cannot be read: " + e + Remedy.FETCH_AGAIN;
      return unreadable(name, SplitReader.UNKNOWN, member.bytes(), detail);
    }
  }

  private OpenFile unreadable(String name, String format, LongSupplier bytes, String detail) {
    OpenFile empty = OpenFile.empty(name, format, bytes);
    return split.isFirst()
        ? empty.rejected(1, new Rejection(Reason.UNREADABLE_FILE, detail))
        : empty;
  }

  /**
   * Gives the file up, since the store did not give it.
   *
   * @return the file with a rejected record in place of all others
   */
  OpenFile givenUp(UnreadableFileException failure) {
    file = null;
    archives.clear();
    return OpenFile.empty(name(), SplitReader.UNKNOWN, size())
        .rejected(1, new Rejection(Reason.FILE_NOT_READ, failure.getMessage()));
  }

  /**
   * Requires that all that was read so far was read without a failure of the store.
   *
   * @throws UnreadableFileException if reading failed, whatever was made of it
   */
  void requireRead() {
    if (file != null) {
      file.requireRead();
    }
  }

  /**
   * Requires that the file is still the one that was listed.
   *
   * @throws UnreadableFileException if it is gone, or was changed
   */
  void requireUnchanged() {
    if (file != null) {
      file.requireUnchanged();
    }
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
