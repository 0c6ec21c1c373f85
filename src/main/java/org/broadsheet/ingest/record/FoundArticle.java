package org.broadsheet.ingest.record;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.broadsheet.extract.TextRule;

/**
 * An article as its format gives it: text as printed, nothing interpreted. Texts are null where the
 * input has none; lists and maps are then empty.
 *
 * @param title the title
 * @param body the body
 * @param status how much of the text the body is
 * @param textRule what told the body from the rest: see {@link TextRule}
 * @param url the address
 * @param source the source as printed
 * @param byline the byline as printed
 * @param familyNamesFirst whether the byline's {@code Doe, Jane} is one name, as others show
 * @param dateline the dateline, where it is a field of its own
 * @param published the publication date as printed
 * @param language the language as printed
 * @param section the section or category
 * @param keywords keywords
 * @param captions caption and credit lines that were taken out of the body
 * @param trailers lines about who wrote and edited that were taken out of the body
 * @param extra the fields that the job keeps
 * @param mapping which fields gave what, for people; null where the format has no fields
 * @param rejection why there is no article, or null
 */
public record FoundArticle(
    String title,
    String body,
    BodyStatus status,
    TextRule textRule,
    String url,
    String source,
    String byline,
    boolean familyNamesFirst,
    String dateline,
    String published,
    String language,
    String section,
    List<String> keywords,
    List<String> captions,
    List<String> trailers,
    Map<String, String> extra,
    String mapping,
    Rejection rejection) {

  /** What a mapping says of a field that is not used, but holds a longer text than the body. */
  public static final String LONGER_TEXT = "longer text";

  /** Requires what an article must have, so that a format's mistake shows where it is made. */
  public FoundArticle {
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(textRule, "textRule");
    Objects.requireNonNull(keywords, "keywords");
    Objects.requireNonNull(captions, "captions");
    Objects.requireNonNull(trailers, "trailers");
    Objects.requireNonNull(extra, "extra");
  }

  /**
   * A record without an article.
   *
   * @param reason why
   * @param detail the particulars: what was found where, and what would help
   * @return the record's outcome
   */
  public static FoundArticle rejected(Reason reason, String detail) {
    return rejected(new Rejection(reason, detail));
  }

  /**
   * A record without an article.
   *
   * @param rejection why
   * @return the record's outcome
   */
  public static FoundArticle rejected(Rejection rejection) {
    FoundArticleBuilder builder = new FoundArticleBuilder();
    builder.rejection = rejection;
    return builder.build();
  }

  /**
   * Begins an article.
   *
   * @return an article without fields
   */
  public static FoundArticleBuilder builder() {
    return new FoundArticleBuilder();
  }

  /** An article that is being made, field by field. */
  public static final class FoundArticleBuilder {
    private String title;
    private String body;
    private BodyStatus status = BodyStatus.FULL;
    private TextRule textRule = TextRule.FIELD;
    private String url;
    private String source;
    private String byline;
    private boolean familyNamesFirst;
    private String dateline;
    private String published;
    private String language;
    private String section;
    private List<String> keywords = List.of();
    private List<String> captions = List.of();
    private List<String> trailers = List.of();
    private Map<String, String> extra = Map.of();
    private String mapping;
    private Rejection rejection;

    private FoundArticleBuilder() {}

    /**
     * Gives the title.
     *
     * @param value the value, or null
     * @return this
     */
    public FoundArticleBuilder title(String value) {
      title = value;
      return this;
    }

    /**
     * Gives the body.
     *
     * @param value the value, or null
     * @return this
     */
    public FoundArticleBuilder body(String value) {
      body = value;
      return this;
    }

    /**
     * Gives how much of the text the body is.
     *
     * @param value the value; {@link BodyStatus#FULL} unless given
     * @return this
     */
    public FoundArticleBuilder status(BodyStatus value) {
      status = value;
      return this;
    }

    /**
     * Gives what told the body from the rest.
     *
     * @param value the value; {@link TextRule#FIELD} unless given
     * @return this
     */
    public FoundArticleBuilder textRule(TextRule value) {
      textRule = value;
      return this;
    }

    /**
     * Gives the address.
     *
     * @param value the value, or null
     * @return this
     */
    public FoundArticleBuilder url(String value) {
      url = value;
      return this;
    }

    /**
     * Gives the source as printed.
     *
     * @param value the value, or null
     * @return this
     */
    public FoundArticleBuilder source(String value) {
      source = value;
      return this;
    }

    /**
     * Gives the byline as printed.
     *
     * @param value the value, or null
     * @return this
     */
    public FoundArticleBuilder byline(String value) {
      byline = value;
      return this;
    }

    /**
     * Gives whether {@code Doe, Jane} in the byline is one name.
     *
     * @param value the value; false unless given
     * @return this
     */
    public FoundArticleBuilder familyNamesFirst(boolean value) {
      familyNamesFirst = value;
      return this;
    }

    /**
     * Gives the dateline.
     *
     * @param value the value, or null
     * @return this
     */
    public FoundArticleBuilder dateline(String value) {
      dateline = value;
      return this;
    }

    /**
     * Gives the publication date as printed.
     *
     * @param value the value, or null
     * @return this
     */
    public FoundArticleBuilder published(String value) {
      published = value;
      return this;
    }

    /**
     * Gives the language as printed.
     *
     * @param value the value, or null
     * @return this
     */
    public FoundArticleBuilder language(String value) {
      language = value;
      return this;
    }

    /**
     * Gives the section.
     *
     * @param value the value, or null
     * @return this
     */
    public FoundArticleBuilder section(String value) {
      section = value;
      return this;
    }

    /**
     * Gives the keywords.
     *
     * @param value the value
     * @return this
     */
    public FoundArticleBuilder keywords(List<String> value) {
      keywords = value;
      return this;
    }

    /**
     * Gives the captions and credit lines.
     *
     * @param value the value
     * @return this
     */
    public FoundArticleBuilder captions(List<String> value) {
      captions = value;
      return this;
    }

    /**
     * Gives the lines about who wrote and edited.
     *
     * @param value the value
     * @return this
     */
    public FoundArticleBuilder trailers(List<String> value) {
      trailers = value;
      return this;
    }

    /**
     * Gives the fields that the job keeps.
     *
     * @param value the value
     * @return this
     */
    public FoundArticleBuilder extra(Map<String, String> value) {
      extra = value;
      return this;
    }

    /**
     * Gives which fields gave what.
     *
     * @param value the value, or null
     * @return this
     */
    public FoundArticleBuilder mapping(String value) {
      mapping = value;
      return this;
    }

    /**
     * Makes the article.
     *
     * @return the article
     */
    public FoundArticle build() {
      return new FoundArticle(
          title,
          body,
          status,
          textRule,
          url,
          source,
          byline,
          familyNamesFirst,
          dateline,
          published,
          language,
          section,
          keywords,
          captions,
          trailers,
          extra,
          mapping,
          rejection);
    }
  }
}
