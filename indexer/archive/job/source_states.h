// Rows of `sources` and `pages`: how fetching went.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "indexer/archive/database/database.h"
#include "indexer/archive/model/source_state.h"

namespace pressmark {

[[nodiscard]] std::vector<ArchivedSource> read_sources(Database& database);

// Where nothing is known of the source, nothing in the state is either.
[[nodiscard]] SourceState read_source_state(Database& database, std::string const& name);

// Inside the caller's transaction.
void write_source_states(Database& database, std::span<NamedSourceState const> states);

[[nodiscard]] std::optional<PageState> read_page(Database& database, std::string const& source,
                                                 std::string const& url);

void visit_pages(Database& database, std::string const& source,
                 std::function<void(PageState const&)> const& on_page);

// Inside the caller's transaction.
void write_pages(Database& database, std::string const& source, std::span<PageState const> pages);

}  // namespace pressmark
