package org.broadsheet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.broadsheet.ingest.document.OfficeFiles;

/** The same invented articles in every format. */
public final class SameArticles {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String[] WORDS =
      ("harbour council ferry night plan vote bridge winter school teacher river flood price market storm museum"
              + " player coach final doctor clinic patient engine energy report budget minister village"
              + " café Zürich naïve 東京 “quoted” it's 3.5 R&D <b> \"marks\"")
          .split(" ");

  /** An article; what a file of it must hold. */
  public record Article(
      String title, List<String> paragraphs, String url, String day, String author) {
    String body() {
      return String.join("\n\n", paragraphs);
    }
  }

  private SameArticles() {}

  public static List<Article> of(int count) {
    Random random = new Random(11);
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<String> paragraphs = new ArrayList<>();
      for (int j = 0; j < 4; j++) {
        paragraphs.add(sentence(random) + " " + sentence(random) + " " + sentence(random));
      }
      String url = "https://www.post.example/2026/03/" + (10 + i % 20) + "/story-" + i;
      articles.add(
          new Article(
              "Council plan " + i + " for the old harbour",
              paragraphs,
              url,
              "2026-03-" + (10 + i % 20),
              "Jane Doe"));
    }
    return articles;
  }

  private static String sentence(Random random) {
    StringBuilder sentence = new StringBuilder("The");
    for (int i = 0; i < 14; i++) {
      sentence.append(i == 7 ? ", " : " ").append(WORDS[random.nextInt(WORDS.length)]);
    }
    return sentence.append(" today.").toString();
  }

  /** Writes the articles below a folder in every format; returns how many times. */
  public static int write(List<Article> articles, Path folder) throws IOException {
    List<String> lines = articles.stream().map(SameArticles::json).toList();
    put(folder, "a.jsonl", String.join("\n", lines) + "\n");
    put(folder, "b.json", "[" + String.join(",\n", lines) + "]");
    put(
        folder,
        "c.json",
        "{\"status\": \"ok\", \"data\": {\"articles\": [" + String.join(",", lines) + "]}}");
    put(folder, "d.csv", "title,text,url,date,author\n" + all(articles, SameArticles::csv));
    put(
        folder,
        "e.tsv",
        "title\ttext\turl\tdate\tauthor\n" + all(articles, a -> csv(a).replace("\",\"", "\"\t\"")));
    parquet(articles, folder.resolve("f.parquet"));
    put(
        folder,
        "g.rss",
        "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Post</title>"
            + all(articles, SameArticles::rss)
            + "</channel></rss>");
    put(
        folder,
        "h.atom",
        "<feed xmlns=\"http://www.w3.org/2005/Atom\">"
            + all(articles, SameArticles::atom)
            + "</feed>");
    put(
        folder,
        "i.xml",
        "<?xml version=\"1.0\"?><newsMessage><itemSet>"
            + all(articles, SameArticles::newsItem)
            + "</itemSet></newsMessage>");
    put(folder, "j.warc.gz", warc(articles));
    put(folder, "k.zip", zip(articles));
    put(folder, "l.tar.gz", tar(articles, lines));
    put(folder, "m.arc.gz", arc(articles));
    put(folder, "n.xlsx", workbook(articles));
    for (int i = 0; i < articles.size(); i++) {
      put(folder, "docx/" + i + ".docx", OfficeFiles.wordOf(text(articles.get(i))));
      put(folder, "rtf/" + i + ".rtf", richText(text(articles.get(i))));
      put(folder, "html/" + i + ".html", html(articles.get(i)));
      put(folder, "nitf/" + i + ".xml", nitf(articles.get(i)));
      put(folder, "json/" + i + ".json", lines.get(i).replace(",\"", ",\n  \""));
      put(folder, "text/" + i + ".txt", text(articles.get(i)));
    }
    return 20;
  }

  private static void put(Path folder, String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  private static void put(Path folder, String name, String text) throws IOException {
    put(folder, name, text.getBytes(StandardCharsets.UTF_8));
  }

  private static String all(List<Article> articles, Function<Article, String> written) {
    return articles.stream().map(written).collect(Collectors.joining("\n"));
  }

  private static String json(Article article) {
    ObjectNode object = JSON.createObjectNode();
    object.put("title", article.title).put("text", article.body()).put("url", article.url);
    object.put("date", article.day).putArray("authors").add(article.author);
    try {
      return JSON.writeValueAsString(object);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String csv(Article article) {
    return java.util.stream.Stream.of(
            article.title, article.body(), article.url, article.day, article.author)
        .map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"")
        .collect(Collectors.joining(","));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static String paragraphs(Article article) {
    return article.paragraphs.stream()
        .map(p -> "<p>" + escaped(p) + "</p>\n")
        .collect(Collectors.joining());
  }

  private static String rss(Article a) {
    return "<item><title>"
        + escaped(a.title)
        + "</title><link>"
        + a.url
        + "</link><dc:creator>"
        + a.author
        + "</dc:creator><pubDate>"
        + a.day
        + "</pubDate><description>Short.</description><content:encoded><![CDATA["
        + paragraphs(a)
        + "]]></content:encoded></item>";
  }

  private static String atom(Article a) {
    return "<entry><title>"
        + escaped(a.title)
        + "</title><link href=\""
        + a.url
        + "\"/><author><name>"
        + a.author
        + "</name></author><published>"
        + a.day
        + "</published><content type=\"html\">"
        + escaped(paragraphs(a))
        + "</content></entry>";
  }

  private static String newsItem(Article a) {
    return "<newsItem guid=\"urn:x\" xml:lang=\"en\"><itemMeta><itemClass qcode=\"ninat:text\"/><link rel=\"irel:canonical\" href=\""
        + a.url
        + "\"/></itemMeta><contentMeta><headline>"
        + escaped(a.title)
        + "</headline><by>"
        + a.author
        + "</by><contentCreated>"
        + a.day
        + "</contentCreated></contentMeta><contentSet><inlineXML>"
        + "<html xmlns=\"http://www.w3.org/1999/xhtml\"><body>"
        + paragraphs(a)
        + "</body></html></inlineXML></contentSet></newsItem>";
  }

  private static String nitf(Article a) {
    return "<?xml version=\"1.0\"?><nitf><head><docdata><date.issue norm=\""
        + a.day.replace("-", "")
        + "\"/></docdata><pubdata ex-ref=\""
        + a.url
        + "\"/></head><body><body.head><hedline><hl1>"
        + escaped(a.title)
        + "</hl1></hedline><byline>"
        + a.author
        + "</byline></body.head><body.content>"
        + paragraphs(a)
        + "</body.content></body></nitf>";
  }

  private static String html(Article a) {
    return "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>"
        + escaped(a.title)
        + "</title><link rel=\"canonical\" href=\""
        + a.url
        + "\"><meta property=\"article:published_time\" content=\""
        + a.day
        + "\"><meta name=\"author\" content=\""
        + a.author
        + "\"></head><body><header><nav><a href=\"/\">Home</a>"
        + " <a href=\"/news\">News</a></nav></header><main><article><h1>"
        + escaped(a.title)
        + "</h1>"
        + paragraphs(a)
        + "</article></main><footer><p><a href=\"/imprint\">Imprint</a> <a href=\"/terms\">Terms</a></p></footer></body></html>";
  }

  private static String text(Article a) {
    return a.title
        + "\n\nBy "
        + a.author
        + "\n"
        + a.day
        + "\n\n"
        + a.body()
        + "\n\nOriginal url:\n\n<"
        + a.url
        + ">\n";
  }

  private static byte[] warc(List<Article> articles) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (Article a : articles) {
      byte[] page = html(a).getBytes(StandardCharsets.UTF_8);
      String http =
          "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: "
              + page.length
              + "\r\n\r\n";
      String head =
          "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: "
              + a.url
              + "\r\nWARC-Date: 2026-04-01T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:0>\r\nContent-Type: application/http; msgtype=response\r\n"
              + "Content-Length: "
              + (http.length() + page.length)
              + "\r\n\r\n";
      try (OutputStream member = new GZIPOutputStream(all)) {
        member.write((head + http).getBytes(StandardCharsets.UTF_8));
        member.write(page);
        member.write("\r\n\r\n".getBytes(StandardCharsets.UTF_8));
      }
    }
    return all.toByteArray();
  }

  private static byte[] arc(List<Article> articles) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    String version = "1 0 Invented\nURL IP-address Archive-date Content-type Archive-length\n";
    putArc(all, "filedesc://m.arc", "text/plain", version);
    for (Article a : articles) {
      putArc(
          all,
          a.url,
          "text/html",
          "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + html(a));
    }
    return all.toByteArray();
  }

  private static void putArc(ByteArrayOutputStream all, String address, String type, String content)
      throws IOException {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    String head = address + " 192.0.2.1 20260401000000 " + type + " " + bytes.length + "\n";
    try (OutputStream member = new GZIPOutputStream(all)) {
      member.write(head.getBytes(StandardCharsets.UTF_8));
      member.write(bytes);
      member.write('\n');
    }
  }

  private static byte[] workbook(List<Article> articles) {
    String rows = all(articles, a -> OfficeFiles.row(a.title, a.body(), a.url, a.day, a.author));
    String names = OfficeFiles.row("title", "text", "url", "date", "author");
    return OfficeFiles.workbook("", Map.of("Articles", names + rows));
  }

  private static String richText(String text) {
    StringBuilder rich = new StringBuilder("{\\rtf1\\ansi ");
    for (char c : text.toCharArray()) {
      rich.append(
          c == '\n' ? "\\par " : c < 0x80 ? String.valueOf(c) : "\\u" + (int) (short) c + "?");
    }
    return rich.append('}').toString();
  }

  private static byte[] zip(List<Article> articles) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < articles.size(); i++) {
        zip.putNextEntry(new ZipEntry("../texts/" + i + ".txt"));
        zip.write(text(articles.get(i)).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] tar(List<Article> articles, List<String> lines) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes))) {
      for (int i = 0; i < articles.size(); i++) {
        byte[] line = lines.get(i).getBytes(StandardCharsets.UTF_8);
        TarArchiveEntry entry = new TarArchiveEntry("a/" + i + ".json");
        entry.setSize(line.length);
        tar.putArchiveEntry(entry);
        tar.write(line);
        tar.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static void parquet(List<Article> articles, Path file) throws IOException {
    MessageType schema =
        MessageTypeParser.parseMessageType(
            "message article { required binary title (STRING); optional binary text (STRING); optional binary url (STRING);"
                + " optional int32 date (DATE); optional group authors (LIST) { repeated group list { optional binary element (STRING); } } }");
    SimpleGroupFactory groups = new SimpleGroupFactory(schema);
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new LocalOutputFile(file)).withType(schema).build()) {
      for (Article a : articles) {
        Group group =
            groups
                .newGroup()
                .append("title", a.title)
                .append("text", a.body())
                .append("url", a.url);
        group.append("date", (int) java.time.LocalDate.parse(a.day).toEpochDay());
        group.addGroup("authors").addGroup("list").append("element", a.author);
        writer.write(group);
      }
    }
  }
}
