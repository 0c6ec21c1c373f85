/**
 * Reads articles that were saved as text: the text of a file comes in, articles with title, byline,
 * date and body as printed go out. Begin at {@link org.broadsheet.extract.savedtext.SavedText},
 * which hands exports of news databases to {@code ExportedText} and all other text to {@code
 * ArticleReader}, where each line gets its {@code LineRole}. The pages that databases export are
 * read by {@link org.broadsheet.extract.savedtext.ExportedPage}.
 */
package org.broadsheet.extract.savedtext;
