#include "indexer/archive/job/source_states.h"

#include <cstdint>
#include <string_view>

#include "indexer/archive/database/post_columns.h"

namespace pressmark {

namespace {

// In the order in which read_state() takes them.
constexpr std::string_view kStateColumns =
    "etag, last_modified, url_now, kind, last_success, last_attempt, failures, not_before, announced, "
    "is_complete, items, gone_since";

// In the order in which read_page_row() takes them.
constexpr std::string_view kPageColumns = "url, etag, last_modified, last_seen, missing, gone_since";

// `row` has kStateColumns from column `first` on.
SourceState read_state(Row const& row, int first) {
  int column = first;
  SourceState state;
  state.etag = row.text(column++);
  state.last_modified = row.text(column++);
  state.url_now = row.text(column++);
  state.kind = row.text(column++);
  state.last_success = row.time(column++);
  state.last_attempt = row.time(column++);
  state.failures = row.count(column++);
  state.not_before = row.time(column++);
  if (!row.is_null(column)) state.announced = row.count(column);
  ++column;
  state.is_complete = row.integer(column++) != 0;
  state.items = row.count(column++);
  state.gone_since = row.time(column++);
  return state;
}

PageState read_page_row(Row const& row) {
  return {row.text(0), row.text(1), row.text(2), row.time(3), row.count(4), row.time(5)};
}

std::string select_pages(std::string_view condition) {
  return "SELECT " + std::string(kPageColumns) + " FROM pages WHERE " + std::string(condition);
}

}  // namespace

std::vector<ArchivedSource> read_sources(Database& database) {
  std::vector<ArchivedSource> sources;
  Statement(database,
            "SELECT name, site, (SELECT count(DISTINCT post) FROM source_posts WHERE source = name), " +
                std::string(kStateColumns) + " FROM sources ORDER BY name")
      .each([&](Row const& row) {
        sources.push_back({row.text(0), row.text(1), row.count(2), read_state(row, 3)});
      });
  return sources;
}

SourceState read_source_state(Database& database, std::string const& name) {
  SourceState state;
  Statement(database, "SELECT " + std::string(kStateColumns) + " FROM sources WHERE name = ?1")
      .first([&](Row const& row) { state = read_state(row, 0); }, name);
  return state;
}

void write_source_states(Database& database, std::span<NamedSourceState const> states) {
  std::string const columns(kStateColumns);
  Statement write(database, "INSERT INTO sources (name, " + columns +
                                ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13) "
                                "ON CONFLICT DO UPDATE SET (" +
                                columns + ") = (?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)");
  for (auto const& [name, state] : states) {
    std::optional<std::int64_t> announced;
    if (state.announced) announced = static_cast<std::int64_t>(*state.announced);
    write.run(name, state.etag, state.last_modified, state.url_now, state.kind, state.last_success,
              state.last_attempt, state.failures, state.not_before, announced,
              std::int64_t{state.is_complete}, state.items, state.gone_since);
  }
}

std::optional<PageState> read_page(Database& database, std::string const& source, std::string const& url) {
  std::optional<PageState> page;
  Statement(database, select_pages("source = ?1 AND url = ?2"))
      .first([&](Row const& row) { page = read_page_row(row); }, source, url);
  return page;
}

void visit_pages(Database& database, std::string const& source,
                 std::function<void(PageState const&)> const& on_page) {
  Statement(database, select_pages("source = ?1 ORDER BY url"))
      .each([&](Row const& row) { on_page(read_page_row(row)); }, source);
}

void write_pages(Database& database, std::string const& source, std::span<PageState const> pages) {
  Statement(database, "INSERT INTO sources (name) VALUES (?1) ON CONFLICT DO NOTHING").run(source);
  std::string const columns(kPageColumns);
  Statement write(database, "INSERT OR REPLACE INTO pages (source, canonical_url, " + columns +
                                ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
  for (PageState const& page : pages) {
    write.run(source, canonical_key(page.url), page.url, page.etag, page.last_modified, page.last_seen,
              page.missing, page.gone_since);
  }
}

}  // namespace pressmark
