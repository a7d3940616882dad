package io.kilowatch.simulators.feed;

import java.nio.charset.Charset;
import java.util.Optional;

/**
 * How a file is laid out.
 *
 * @param format what it is, where its name does not tell
 * @param sheet the workbook's sheet; its first one without it
 * @param header the line of the header; what stands above it is skipped
 * @param charset of texts
 * @param delimiter between the cells of CSV
 */
record Layout(Optional<FeedFormat> format, Optional<String> sheet, int header, Charset charset, char delimiter) {}
