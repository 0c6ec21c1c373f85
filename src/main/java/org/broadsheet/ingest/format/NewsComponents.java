package org.broadsheet.ingest.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadsheet.ingest.mapping.HtmlText;
import org.broadsheet.ingest.record.FoundArticle;
import org.broadsheet.ingest.record.Reason;
import org.jsoup.nodes.Element;

/**
 * Articles in the components of an item of NewsML 1. A component holds a text, or the parts of one,
 * or a text again in another form, or components that are stories of their own; a picture comes as
 * any of these.
 */
final class NewsComponents {

  private static final String COMPONENT = "NewsComponent";

  private static final Set<String> TITLES = Set.of("title", "headline", "hedline");
  private static final Set<String> LEADS =
      Set.of("lead", "lede", "intro", "introduction", "abstract");
  private static final Set<String> BODIES = Set.of("body", "bodytext", "maintext");
  private static final Set<String> CAPTIONS = Set.of("caption", "photocaption", "picturecaption");

  /** Media that are no texts. */
  private static final Set<String> MEDIA =
      Set.of("photo", "picture", "image", "graphic", "video", "audio", "animation", "complexdata");

  /** Letters by which a text is known again in another form. */
  private static final int BEGINNING = 40;

  /** Texts that are compared; more are in no component of good will. */
  private static final int MOST_FORMS = 100;

  /** Deeper components are not looked for. */
  private static final int DEEPEST = 20;

  /**
   * A text that was found in a component.
   *
   * @param component the component
   * @param facts what is said of it
   * @param title its title, or null
   * @param body its text; null where there is nothing but the title
   */
  private record Story(Element component, ComponentFacts facts, String title, String body) {

    /** What a text and the same in another form have in common. */
    String letters() {
      return body.codePoints()
          .filter(Character::isLetterOrDigit)
          .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
          .toString()
          .toLowerCase(Locale.ROOT);
    }

    Story orLonger(Story other) {
      return other.body.length() > body.length() ? other : this;
    }
  }

  /**
   * What is said of a component, by itself or by those around it. Texts are null where nothing is.
   */
  private record ComponentFacts(
      String headline,
      String byline,
      String dateline,
      String provider,
      String otherSource,
      String author,
      String language,
      List<String> keywords) {

    /** What an item says before any component does. */
    static ComponentFacts of(Element item) {
      String language = Xml.attribute(item, "xml:lang");
      return new ComponentFacts(null, null, null, null, null, null, language, List.of());
    }

    /** What holds for a component within. */
    ComponentFacts within(Element component) {
      Element lines = Xml.child(component, "NewsLines");
      Element about = Xml.child(component, "AdministrativeMetadata");
      Element described = Xml.child(component, "DescriptiveMetadata");
      List<String> ownKeywords = ownKeywords(lines, described);
      return new ComponentFacts(
          Xml.firstOf(Xml.line(Xml.child(lines, "HeadLine")), headline),
          Xml.firstOf(Xml.line(Xml.child(lines, "ByLine")), byline),
          Xml.firstOf(Xml.line(Xml.child(lines, "DateLine")), dateline),
          Xml.firstOf(party(about, "Provider"), provider),
          Xml.firstOf(party(about, "Source"), otherSource),
          Xml.firstOf(properties(about, "author").findFirst().orElse(null), author),
          Xml.firstOf(
              Xml.attribute(Xml.child(described, "Language"), "FormalName"),
              Xml.attribute(component, "xml:lang"),
              language),
          ownKeywords.isEmpty() ? keywords : ownKeywords);
    }

    private static String party(Element metadata, String role) {
      return Xml.attribute(Xml.at(metadata, role, "Party"), "FormalName");
    }

    private static List<String> ownKeywords(Element lines, Element described) {
      Stream<String> printed = Xml.all(lines, "KeywordLine").stream().map(Xml::line);
      return Stream.concat(printed, properties(described, "keyword"))
          .filter(Objects::nonNull)
          .distinct()
          .toList();
    }

    private static Stream<String> properties(Element metadata, String name) {
      return Xml.all(metadata, "Property").stream()
          .filter(property -> formalName(property).equals(name))
          .map(property -> Xml.attribute(property, "Value"))
          .filter(Objects::nonNull);
    }
  }

  private final Element item;
  private final List<Story> stories = new ArrayList<>();

  private NewsComponents(Element item) {
    this.item = item;
  }

  /** Whether an item is made of such components. */
  static boolean areIn(Element item) {
    return Xml.child(item, "Identification") != null || Xml.child(item, COMPONENT) != null;
  }

  /**
   * Reads an item.
   *
   * @param item a {@code NewsItem} of NewsML 1
   * @return its articles; a rejection if none of its components holds a text
   */
  static List<FoundArticle> articles(Element item) {
    return new NewsComponents(item).articles();
  }

  private List<FoundArticle> articles() {
    ComponentFacts facts = ComponentFacts.of(item);
    for (Element component : Xml.children(item, COMPONENT)) {
      stories.addAll(stories(component, facts, 0));
    }
    List<String> captions = captions();
    return stories.isEmpty()
        ? List.of(withoutText(facts, captions))
        : withoutRepeated(stories).stream().map(story -> article(story, captions)).toList();
  }

  private static List<Story> stories(Element component, ComponentFacts around, int depth) {
    if (depth > DEEPEST || CAPTIONS.contains(role(component))) {
      return List.of();
    }
    ComponentFacts facts = around.within(component);
    List<Story> inner = new ArrayList<>();
    for (Element child : Xml.children(component, COMPONENT)) {
      if (!isPart(child)) {
        inner.addAll(stories(child, facts, depth + 1));
      }
    }
    boolean isOneInSeveralForms = component.attr("EquivalentsList").equalsIgnoreCase("yes");
    List<Story> found = new ArrayList<>(isOneInSeveralForms ? longest(inner) : inner);
    String body = Xml.firstOf(ofParts(component), content(component));
    if (body != null) {
      found.add(0, new Story(component, facts, title(component, around, facts), body));
    }
    return found;
  }

  private static List<Story> longest(List<Story> stories) {
    return stories.stream().reduce(Story::orLonger).stream().toList();
  }

  /** A story is repeated where one text begins with the other. */
  private static List<Story> withoutRepeated(List<Story> stories) {
    List<Story> kept = new ArrayList<>();
    List<String> letters = new ArrayList<>();
    Map<String, List<Integer>> alike = new HashMap<>();
    for (Story story : stories) {
      String own = story.letters();
      String key = story.title() + "\n" + own.substring(0, Math.min(BEGINNING, own.length()));
      List<Integer> places = alike.computeIfAbsent(key, k -> new ArrayList<>());
      Optional<Integer> same =
          places.stream()
              .filter(i -> own.startsWith(letters.get(i)) || letters.get(i).startsWith(own))
              .findFirst();
      if (same.isEmpty()) {
        places.add(kept.size());
        kept.add(story);
        letters.add(own);
      } else if (own.length() > letters.get(same.get()).length()) {
        kept.set(same.get(), story);
        letters.set(same.get(), own);
      }
    }
    return kept;
  }

  /** Its own headline; else one within its text; else that of a component around it. */
  private static String title(Element component, ComponentFacts around, ComponentFacts own) {
    Element content = Xml.child(component, "ContentItem");
    boolean hasOwn = !Objects.equals(own.headline(), around.headline());
    return Xml.firstOf(
        hasOwn ? own.headline() : null,
        Xml.line(part(component, TITLES)),
        content == null ? null : Nitf.title(content),
        own.headline());
  }

  private static boolean isPart(Element component) {
    String role = role(component);
    return TITLES.contains(role) || LEADS.contains(role) || BODIES.contains(role);
  }

  /** The role of a component without blanks; an empty text if it has none. */
  private static String role(Element component) {
    return formalName(Xml.child(component, "Role")).replaceAll("[\\s_-]+", "");
  }

  /** The name that an element has in a vocabulary, in lower case; an empty text for none. */
  private static String formalName(Element element) {
    return element == null ? "" : element.attr("FormalName").strip().toLowerCase(Locale.ROOT);
  }

  /** The lead and the body of a story whose parts are components; null if it has none. */
  private static String ofParts(Element component) {
    List<String> texts =
        Stream.of(LEADS, BODIES)
            .map(roles -> part(component, roles))
            .filter(Objects::nonNull)
            .toList();
    return texts.isEmpty() ? null : String.join("\n\n", texts);
  }

  private static String part(Element component, Set<String> roles) {
    return Xml.children(component, COMPONENT).stream()
        .filter(child -> roles.contains(role(child)))
        .map(NewsComponents::content)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /**
   * The text that a component holds itself: its contents are one text in several forms, of which
   * the longest counts, unless it says that they are not.
   */
  private static String content(Element component) {
    List<String> texts =
        Xml.children(component, "ContentItem").stream()
            .filter(NewsComponents::mayBeText)
            .map(content -> text(Xml.child(content, "DataContent")))
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    String longest = texts.stream().max(Comparator.comparingInt(String::length)).orElse(null);
    if (longest == null || !component.attr("EquivalentsList").equalsIgnoreCase("no")) {
      return longest;
    }
    return texts.stream()
        .filter(
            text -> text.equals(longest) || texts.size() > MOST_FORMS || !longest.contains(text))
        .collect(Collectors.joining("\n\n"));
  }

  private static boolean mayBeText(Element content) {
    boolean isPacked = Xml.child(content, "Encoding") != null;
    return !isPacked && !MEDIA.contains(formalName(Xml.child(content, "MediaType")));
  }

  /** The text of a content in NITF, in HTML, or plain. */
  private static String text(Element data) {
    if (Xml.first(data, "body.content") != null) {
      return Nitf.body(data);
    }
    Element body = Xml.first(data, "body");
    return HtmlText.plain(Xml.text(body != null ? body : data));
  }

  private FoundArticle article(Story story, List<String> captions) {
    ComponentFacts facts = story.facts();
    Element component = story.component();
    return FoundArticle.builder()
        .title(story.title())
        .body(story.body())
        .source(source(facts, component))
        .byline(Xml.firstOf(facts.byline(), Nitf.byline(component), facts.author()))
        .dateline(Xml.firstOf(facts.dateline(), Nitf.dateline(component)))
        .published(published())
        .language(facts.language())
        .keywords(facts.keywords())
        .captions(captions)
        .build();
  }

  /** A headline alone is an article, as of a flash; one of pictures is none. */
  private FoundArticle withoutText(ComponentFacts around, List<String> captions) {
    List<String> media =
        Xml.all(item, "MediaType").stream().map(NewsComponents::formalName).distinct().toList();
    Element main = Xml.child(item, COMPONENT);
    ComponentFacts facts = main == null ? around : around.within(main);
    return facts.headline() != null && media.stream().noneMatch(MEDIA::contains)
        ? article(new Story(main, facts, facts.headline(), null), captions)
        : FoundArticle.rejected(Reason.NOT_TEXT, "an item without a text; its media: " + media);
  }

  /** Who provides it, else where it is from, else who sent it, else who identifies it. */
  private String source(ComponentFacts facts, Element component) {
    return Xml.firstOf(
        facts.provider(),
        facts.otherSource(),
        Xml.valid(Xml.attribute(Xml.at(envelope(), "SentFrom", "Party"), "FormalName")),
        Nitf.holder(component),
        Xml.line(Xml.first(Xml.child(item, "Identification"), "ProviderId")));
  }

  private Element envelope() {
    return Xml.child(item.parent(), "NewsEnvelope");
  }

  private String published() {
    Element management = Xml.child(item, "NewsManagement");
    return Xml.firstOf(
        Xml.line(Xml.child(management, "FirstCreated")),
        Xml.line(Xml.child(management, "ThisRevisionCreated")),
        Xml.line(Xml.first(Xml.child(item, "Identification"), "DateId")),
        Xml.valid(Xml.line(Xml.child(envelope(), "DateAndTime"))));
  }

  private List<String> captions() {
    return Xml.all(item, COMPONENT).stream()
        .filter(component -> CAPTIONS.contains(role(component)))
        .map(NewsComponents::content)
        .filter(Objects::nonNull)
        .toList();
  }
}
