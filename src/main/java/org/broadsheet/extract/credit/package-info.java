/**
 * Finds the news agencies that an article is from: byline, dateline and text come in, the agencies
 * and the place that names them go out. Begin at {@link
 * org.broadsheet.extract.credit.AgencyCredit}. The agencies of pictures are found separately, by
 * {@link org.broadsheet.extract.credit.Captions}.
 */
package org.broadsheet.extract.credit;
