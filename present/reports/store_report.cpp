// What is not known is named so to people, and is null for programs.
#include "present/reports/store_report.h"

#include <string_view>

#include "common/strings/text_list.h"
#include "present/json/json.h"
#include "present/text/bytes_text.h"

namespace pressmark {

namespace {

std::string row(std::string_view name, std::string const& value) {
  constexpr std::size_t kNameColumns = 12;
  std::string line(name);
  line.resize(kNameColumns, ' ');
  return line + value + '\n';
}

std::string period_text(StoreStats const& stats) {
  auto const day = [](std::optional<Timestamp> time) { return time ? format_day(*time) : "unknown"; };
  return stats.oldest || stats.newest ? day(stats.oldest) + " to " + day(stats.newest) : "unknown";
}

std::string languages_text(StoreStats const& stats) {
  auto text = join(stats.languages);
  return text.empty() ? "unknown" : text;
}

std::string times_text(std::size_t failures) {
  return failures == 1 ? "once" : std::to_string(failures) + " times in a row";
}

std::string source_line(SourceStats const& source) {
  auto count = std::to_string(source.posts);
  count.insert(0, count.size() < 6 ? 6 - count.size() : 0, ' ');
  auto line = count + (source.posts == 1 ? " post   " : " posts  ") + source.name;
  if (source.announced) line += "  of " + std::to_string(*source.announced);
  if (!source.site.empty() && source.site != source.name) line += "  (" + source.site + ")";
  if (source.last_read) line += "  read " + format_rfc3339(*source.last_read);
  if (source.is_complete) line += "  complete";
  if (source.failures > 0) line += "  failed " + times_text(source.failures);
  return line + '\n';
}

}  // namespace

std::string store_stats_text(StoreStats const& stats) {
  auto const generation = stats.generation.empty() ? std::string("none yet") : stats.generation;
  auto text = row("posts", std::to_string(stats.posts)) + row("sections", std::to_string(stats.sections)) +
              row("published", period_text(stats)) + row("languages", languages_text(stats)) +
              row("generation", generation) + row("archive", bytes_text(stats.archive_bytes)) +
              row("index", bytes_text(stats.index_bytes));
  if (!stats.sources.empty()) text += "sources\n";
  for (auto const& source : stats.sources) text += source_line(source);
  return text;
}

std::string store_stats_json(StoreStats const& stats) {
  auto sources = Json::array();
  for (auto const& source : stats.sources) {
    sources.push_back({{"name", source.name},
                       {"site", source.site},
                       {"posts", source.posts},
                       {"lastRead", json_time(source.last_read)},
                       {"announced", source.announced ? Json(*source.announced) : Json(nullptr)},
                       {"failures", source.failures},
                       {"complete", source.is_complete}});
  }
  return json_text(
      {
          {"format", 1},
          {"posts", stats.posts},
          {"sections", stats.sections},
          {"sources", std::move(sources)},
          {"generation", json_text_or_null(stats.generation)},
          {"indexFormat", json_text_or_null(stats.format)},
          {"languages", stats.languages},
          {"oldest", json_time(stats.oldest)},
          {"newest", json_time(stats.newest)},
          {"archiveBytes", stats.archive_bytes},
          {"indexBytes", stats.index_bytes},
      },
      2);
}

}  // namespace pressmark
