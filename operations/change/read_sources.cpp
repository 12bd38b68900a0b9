// Reads local sources first and the web after them.
#include "operations/change/read_sources.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <utility>

namespace pressmark {

void read_sources(std::vector<Source> const& sources, StoreLayout const& layout, StoreChange& change,
                  WebOptions web, SourceIntake& intake) {
  std::vector<Source> on_web;
  for (auto const& source : sources) {
    if (source.url.empty()) {
      std::ranges::move(intake.read_local(source), std::back_inserter(on_web));
    } else {
      on_web.push_back(source);
    }
  }
  if (on_web.empty()) return;

  std::error_code unknown;
  bool const is_new_store = !std::filesystem::exists(layout.archive(), unknown);
  web.known = [&](std::string const& name) {
    KnownSource known;
    if (is_new_store) return known;  // asking must not make one
    known.state = change.archive().source_state(name);
    change.archive().visit_pages(name, [&](PageState const& page) { known.pages.push_back(page); });
    return known;
  };
  DocumentSpool spool;
  for (auto& source : fetch_web_sources(on_web, web, spool)) intake.read_web(std::move(source), spool);
}

}  // namespace pressmark
