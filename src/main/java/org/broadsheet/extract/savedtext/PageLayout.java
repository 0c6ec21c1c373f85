package org.broadsheet.extract.savedtext;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.broadsheet.table.Resources;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/**
 * How a news database writes the articles that it exports as a page, see {@code exports-html.yaml}.
 *
 * @param has words of the page's source
 * @param starts the elements at which an article begins
 * @param text the layout that reads the lines of an article; null where elements are its fields
 * @param slots the elements that are fields, or lines
 * @param head what the lines are
 * @param cut what of a field is left out
 * @param wrapped whether the lines of a paragraph are to be put together
 * @param tail the paragraphs below a text that are no part of it; null for none
 * @param fixed fields that all articles share
 * @param language the part of a class name that is the language; null for none
 */
record PageLayout(
    List<String> has,
    List<Evaluator> starts,
    ExportLayout text,
    List<Slot> slots,
    List<FieldPattern> head,
    Map<ExportField, Pattern> cut,
    boolean wrapped,
    Pattern tail,
    Map<ExportField, String> fixed,
    Pattern language) {

  private static final List<PageLayout> DECLARED =
      Resources.yaml("exports-html.yaml", new TypeReference<PageDeclarations>() {}).compiled();

  /**
   * Elements of one selector.
   *
   * @param field their field; null for lines that {@link PageLayout#head} tells apart
   * @param element whether an element is one
   */
  record Slot(ExportField field, Evaluator element) {}

  private record PageDeclarations(
      Map<String, String> fragments, List<PageLayoutDeclaration> layouts) {
    List<PageLayout> compiled() {
      return layouts.stream().map(layout -> layout.compiled(fragments)).toList();
    }
  }

  private record PageLayoutDeclaration(
      String name,
      List<String> has,
      List<String> article,
      String text,
      Map<String, List<String>> fields,
      List<String> lines,
      List<String> head,
      Map<String, String> cut,
      boolean wrapped,
      String tail,
      Map<String, String> fixed,
      String language) {

    PageLayout compiled(Map<String, String> fragments) {
      return new PageLayout(
          has,
          evaluators(article),
          text == null ? null : ExportLayout.named(text),
          slots(),
          orEmpty(head).stream().map(regex -> FieldPattern.of(regex, fragments)).toList(),
          byField(cut, regex -> ExportLayout.pattern(regex, fragments)),
          wrapped,
          ExportLayout.pattern(tail, fragments),
          byField(fixed, value -> value),
          language == null ? null : Pattern.compile(language));
    }

    /** The best first; those of the lines last. */
    private List<Slot> slots() {
      List<Slot> slots = new ArrayList<>();
      Map<String, List<String>> selectors = fields == null ? Map.of() : fields;
      selectors.forEach(
          (field, all) ->
              evaluators(all).forEach(one -> slots.add(new Slot(ExportField.of(field), one))));
      evaluators(lines).forEach(one -> slots.add(new Slot(null, one)));
      return slots;
    }

    private static List<Evaluator> evaluators(Collection<String> selectors) {
      return orEmpty(selectors).stream().map(QueryParser::parse).toList();
    }

    private static Collection<String> orEmpty(Collection<String> values) {
      return values == null ? List.of() : values;
    }

    private static <T> Map<ExportField, T> byField(
        Map<String, String> declared, Function<String, T> value) {
      Map<ExportField, T> byField = new EnumMap<>(ExportField.class);
      if (declared != null) {
        declared.forEach((field, text) -> byField.put(ExportField.of(field), value.apply(text)));
      }
      return byField;
    }
  }

  /** The layouts in the order in which they are tried. */
  static List<PageLayout> all() {
    return DECLARED;
  }

  /** Whether a page's source has the words that pages of this layout have. */
  boolean mayFit(String html) {
    return has.stream().allMatch(html::contains);
  }
}
