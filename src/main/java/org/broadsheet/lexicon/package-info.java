/**
 * Most words of languages that readers of text know, as data: the files in {@code
 * resources/lexicon}, one for each language. The name of a list comes in, its entries go out. Begin
 * at {@link org.broadsheet.lexicon.Lexicon}.
 */
package org.broadsheet.lexicon;
