package org.broadsheet.ingest.document;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.broadsheet.ingest.compression.Head;
import org.broadsheet.ingest.encoding.WideEncoding;

/** The elements and texts of an XML file, one after another. Nothing outside of it is read. */
final class XmlPart implements Closeable {

  /** No program nests deeper, and each level costs memory. */
  private static final int DEEPEST = 1_000;

  private static final int HEAD = 256;
  private static final char MARK = '\ufeff';

  private final InputStream in;
  private final XMLStreamReader xml;

  XmlPart(InputStream in) throws IOException {
    this.in = in;
    try {
      this.xml = factory().createXMLStreamReader(decoded(in));
    } catch (XMLStreamException e) {
      throw broken(e);
    }
  }

  /** The characters of a part, which is UTF-8 or UTF-16; reading fails where they are neither. */
  private static Reader decoded(InputStream in) throws IOException {
    Head head = Head.of(in, HEAD);
    Charset wide = WideEncoding.of(head.bytes());
    Charset charset = wide == null ? StandardCharsets.UTF_8 : wide;
    PushbackReader reader =
        new PushbackReader(new InputStreamReader(head.whole(), charset.newDecoder()));
    int first = reader.read();
    if (first >= 0 && first != MARK) {
      reader.unread(first);
    }
    return reader;
  }

  private static IOException broken(XMLStreamException e) {
    String message = e.getMessage() == null ? "" : ": " + e.getMessage().replaceAll("\\s+", " ");
    return new IOException("its XML is broken" + message, e);
  }

  /** One for each file: factories are not made for several threads. */
  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty("jdk.xml.maxElementDepth", String.valueOf(DEEPEST));
    // Java counts the file itself as an entity; how large it may be is limited already.
    factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
    factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
    return factory;
  }

  /**
   * Steps to the next event.
   *
   * @return false at the end
   */
  boolean next() throws IOException {
    try {
      if (!xml.hasNext()) {
        return false;
      }
      xml.next();
      return true;
    } catch (XMLStreamException e) {
      throw broken(e);
    }
  }

  /** Whether an element begins here. */
  boolean isStart() {
    return xml.getEventType() == XMLStreamConstants.START_ELEMENT;
  }

  boolean isEnd() {
    return xml.getEventType() == XMLStreamConstants.END_ELEMENT;
  }

  boolean isText() {
    int event = xml.getEventType();
    return event == XMLStreamConstants.CHARACTERS
        || event == XMLStreamConstants.CDATA
        || event == XMLStreamConstants.SPACE;
  }

  /** The name of the element that begins or ends here, without prefix. */
  String name() {
    return xml.getLocalName();
  }

  String text() {
    return xml.getText();
  }

  /** The value of an attribute, whatever its prefix; null without it. */
  String attribute(String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        return xml.getAttributeValue(i);
      }
    }
    return null;
  }

  /** Steps to the end of the element that begins here. */
  void skip() throws IOException {
    for (int depth = 1; depth > 0 && next(); ) {
      depth += isStart() ? 1 : isEnd() ? -1 : 0;
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
