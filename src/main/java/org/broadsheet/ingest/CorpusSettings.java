package org.broadsheet.ingest;

import java.io.Serializable;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.broadsheet.ingest.input.InputSpec;
import org.broadsheet.stats.FrequencyThreshold;

/**
 * How a corpus is read.
 *
 * @param inputs what to read
 * @param language the code of all articles, or null to use the declared language and else the
 *     detected one
 * @param period the length of the periods
 * @param maxRecordBytes longest record; a longer one is rejected
 * @param minWords fewest words in title and body; null for no limit
 * @param unreadable most files that the stores may fail to give; null if the run ends at the first
 * @param keepText whether the body is carried into {@code articles}
 * @param preferSourceField whether a source field names the source even where there is an address
 * @param timeZones source to the zone of its local times
 * @param dictionary words that stay whole in scripts without spaces, beside those that are known
 */
public record CorpusSettings(
    List<InputSpec> inputs,
    String language,
    Period period,
    int maxRecordBytes,
    Integer minWords,
    FrequencyThreshold unreadable,
    boolean keepText,
    boolean preferSourceField,
    Map<String, ZoneId> timeZones,
    List<String> dictionary)
    implements Serializable {}
