/**
 * The list of news agencies: a printed name comes in, the agency's published name goes out. Begin
 * at {@link org.broadsheet.extract.agency.Agencies}; its data is {@code agencies.yaml}.
 */
package org.broadsheet.extract.agency;
