package org.broadsheet.extract.html.tree;

import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Whether readers see an element, judged without the page's style sheets. */
final class Visibility {
  private static final Pattern HIDING =
      Pattern.compile("(?:display\\s*:\\s*none|visibility\\s*:\\s*hidden)");

  private Visibility() {}

  static boolean isHidden(Element element) {
    if (element.attributesSize() == 0) {
      return isFallback(element);
    }
    return isFallback(element)
        || element.hasAttr("hidden")
        || element.attr("aria-hidden").equals("true")
        || HIDING.matcher(Prose.lower(element.attr("style"))).find();
  }

  /** Text for browsers without scripts or frames. */
  private static boolean isFallback(Element element) {
    String tag = element.normalName();
    return tag.equals("noscript") || tag.equals("noframes");
  }
}
