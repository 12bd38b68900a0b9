// Runs the walks of all sources over one set of transfers.
#include "operations/intake/web_sources.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <set>
#include <utility>

#include "operations/intake/source_walk.h"

namespace pressmark {
namespace {

class Walks {
 public:
  Walks(WebOptions const& options, DocumentSpool& spool) : options_(options), spool_(spool) {}

  [[nodiscard]] std::vector<FetchRequest> begin(Source source) {
    if (!names_.insert(source.name()).second) return {};  // two lists name it
    walks_.push_back(std::make_unique<SourceWalk>(std::move(source), options_, spool_));
    return tagged(walks_.back()->begin(), walks_.size() - 1);
  }

  [[nodiscard]] std::vector<FetchRequest> take(FetchedDocument&& document) {
    auto const walk = document.tag;
    auto requests = tagged(walks_[walk]->take(std::move(document)), walk);
    for (auto& source : walks_[walk]->take_listed()) {
      std::ranges::move(begin(std::move(source)), std::back_inserter(requests));
    }
    return requests;
  }

  [[nodiscard]] std::vector<WebSource> finish() {
    std::vector<WebSource> sources;
    for (auto& walk : walks_) sources.push_back(std::move(*walk).finish());
    return sources;
  }

 private:
  static std::vector<FetchRequest> tagged(std::vector<FetchRequest> requests, std::size_t walk) {
    for (auto& request : requests) request.tag = walk;
    return requests;
  }

  WebOptions const& options_;
  DocumentSpool& spool_;
  std::vector<std::unique_ptr<SourceWalk>> walks_;
  std::set<std::string> names_;
};

}  // namespace

SourceState after_failure(SourceState before, Timestamp now) {
  before.last_attempt = now;
  ++before.failures;
  return before;
}

std::vector<WebSource> fetch_web_sources(std::vector<Source> const& sources, WebOptions const& options,
                                         DocumentSpool& spool) {
  Walks walks(options, spool);
  std::vector<FetchRequest> first;
  for (auto const& source : sources) std::ranges::move(walks.begin(source), std::back_inserter(first));
  fetch_all(std::move(first), options.settings, options.should_stop,
            [&](FetchedDocument&& document) { return walks.take(std::move(document)); });
  return walks.finish();
}

}  // namespace pressmark
