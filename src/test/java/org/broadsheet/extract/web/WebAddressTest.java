package org.broadsheet.extract.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '⇒',
      quoteCharacter = '`',
      textBlock =
          """
          https://www.HarbourPost.example/2020/10/07/a ⇒ https://harbourpost.example/2020/10/07/a ⇒ harbourpost.example
          <https://www.harbourpost.example/a> ⇒ https://harbourpost.example/a ⇒ harbourpost.example
          HTTPS://harbourpost.example:443/a#top ⇒ https://harbourpost.example/a ⇒ harbourpost.example
          http://harbourpost.example:8080/a ⇒ http://harbourpost.example:8080/a ⇒ harbourpost.example
          https://me:secret@harbourpost.example/a ⇒ https://harbourpost.example/a ⇒ harbourpost.example
          //harbourpost.example/a ⇒ https://harbourpost.example/a ⇒ harbourpost.example
          www.harbourpost.example/a ⇒ https://harbourpost.example/a ⇒ harbourpost.example
          https://m.bbc.co.uk/news/a-1 ⇒ https://bbc.co.uk/news/a-1 ⇒ bbc.co.uk
          https://www.mg.co.za/article/a ⇒ https://mg.co.za/article/a ⇒ mg.co.za
          https://kathmandupost.com.np/a ⇒ https://kathmandupost.com.np/a ⇒ kathmandupost.com.np
          https://www.phnompenhpost.com.kh/a ⇒ https://phnompenhpost.com.kh/a ⇒ phnompenhpost.com.kh
          https://elevenmyanmar.com.mm/a ⇒ https://elevenmyanmar.com.mm/a ⇒ elevenmyanmar.com.mm
          https://jamaica-gleaner.com.jm/a ⇒ https://jamaica-gleaner.com.jm/a ⇒ jamaica-gleaner.com.jm
          iol.co.za/news/a ⇒ https://iol.co.za/news/a ⇒ iol.co.za
          https://news.bbc.co.uk/a ⇒ https://news.bbc.co.uk/a ⇒ bbc.co.uk
          https://harbour.substack.com/p/a ⇒ https://harbour.substack.com/p/a ⇒ harbour.substack.com
          https://www.substack.com/p/a ⇒ https://substack.com/p/a ⇒ substack.com
          https://harbour.blogspot.com/2020/a.html ⇒ https://harbour.blogspot.com/2020/a.html ⇒ harbour.blogspot.com
          https://m.blogspot.com/a ⇒ https://m.blogspot.com/a ⇒ m.blogspot.com
          https://a.example/x?utm_source=b&id=3&fbclid=4 ⇒ https://a.example/x?id=3 ⇒ a.example
          https://a.example/x?gclid=b&UTM_Medium=c ⇒ https://a.example/x ⇒ a.example
          https://a.example/?p=17 ⇒ https://a.example/?p=17 ⇒ a.example
          https://amp.a.example/x ⇒ https://a.example/x ⇒ a.example
          https://a.example/amp/x ⇒ https://a.example/x ⇒ a.example
          https://a.example/x/amp/ ⇒ https://a.example/x/ ⇒ a.example
          https://a.example/x.amp.html?amp=1 ⇒ https://a.example/x.html ⇒ a.example
          https://www.google.com/amp/s/www.a.example/x ⇒ https://a.example/x ⇒ a.example
          https://www-a-example.cdn.ampproject.org/c/s/www.a.example/x?id=2 ⇒ https://a.example/x?id=2 ⇒ a.example
          https://a.example/ünï code|x ⇒ https://a.example/ünï%20code|x ⇒ a.example
          https://сайт.рф/новости/1 ⇒ https://xn--80aswg.xn--p1ai/новости/1 ⇒ xn--80aswg.xn--p1ai
          https://192.0.2.7/a ⇒ https://192.0.2.7/a ⇒ 192.0.2.7
          https://a.b.nosuchending/x ⇒ https://a.b.nosuchending/x ⇒ b.nosuchending
          """)
  void bringsAddressesToOneForm(String url, String canonical, String domain) {
    WebAddress address = WebAddress.parse(url).orElseThrow();
    assertEquals(canonical, address.canonical());
    assertEquals(domain, address.domain());
    assertFalse(address.homePage(), url);
    assertEquals(Optional.of(domain), WebAddress.parse(canonical).map(WebAddress::domain));
    assertEquals(canonical, WebAddress.parse(canonical).orElseThrow().canonical(), "a second time");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://a.example", "https://a.example/", "https://www.a.example/index.html",
        "https://a.example/?utm_source=x", "https://a.example/en/", "https://a.example/en-GB",
        "https://a.example/news", "https://a.example/uk/sport/", "https://a.example/world#top"
      })
  void knowsHomePagesAndSections(String url) {
    assertTrue(WebAddress.parse(url).orElseThrow().homePage(), url);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        " ",
        "/2020/a",
        "article-0001.html",
        "story.php?id=3",
        "news/story.php?id=3",
        "harbourpost.nosuchending/a",
        "mailto:jane@a.example",
        "javascript:void(0)",
        "ftp://a.example/x",
        "https://",
        "https:///x",
        "https://localhost/x",
        "https://a..example/x",
        "not an address",
        "https://-.-/x",
        "#",
        "https://a b.example/x"
      })
  void findsNoAddressElsewhere(String url) {
    assertEquals(Optional.empty(), WebAddress.parse(url), url);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '⇒',
      quoteCharacter = '`',
      textBlock =
          """
          www.bbc.co.uk ⇒ bbc.co.uk
          BBC.CO.UK. ⇒ bbc.co.uk
          www.harbourpost.example ⇒ harbourpost.example
          https://harbourpost.example/a?b#c ⇒ harbourpost.example
          edition.cnn.com:443 ⇒ cnn.com
          harbour.substack.com ⇒ harbour.substack.com
          сайт.рф ⇒ xn--80aswg.xn--p1ai
          mg.co.za ⇒ mg.co.za
          www.postcourier.com.pg ⇒ postcourier.com.pg
          co.uk ⇒ co.uk
          """)
  void findsTheDomainOfAHost(String host, String domain) {
    assertEquals(Optional.of(domain), WebAddress.domainOf(host));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {"", "unknown", "BBC News", "The N.Y. Times", "N.Y.Times", ".", "..", "a."})
  void findsNoDomainOfANameThatIsNoHost(String name) {
    assertEquals(Optional.empty(), WebAddress.domainOf(name), name);
  }
}
