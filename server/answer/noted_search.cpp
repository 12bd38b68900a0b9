// Picks from answers and requests what is noted.
#include "server/answer/noted_search.h"

namespace pressmark {
namespace {

SearchOutcome outcome_of(SearchResults const& results) {
  if (results.total == 0) return SearchOutcome::nothing;
  switch (results.relaxation) {
    case Relaxation::prefix:
      return SearchOutcome::prefix;
    case Relaxation::typo:
      return SearchOutcome::typo;
    case Relaxation::fewer_words:
      return SearchOutcome::fewer_words;
    case Relaxation::none:
      break;
  }
  return SearchOutcome::found;
}

}  // namespace

SharedSearch noted_search(SearchResults const& results, SearchManner manner) {
  if (results.offset > 0 || results.partial) return nullptr;
  return answered_search(results.query, {.query = {},
                                         .key = {},
                                         .outcome = outcome_of(results),
                                         .posts = results.total,
                                         .corrected = results.corrected_query.value_or(""),
                                         .manner = manner});
}

std::optional<ReaderKey> noted_reader(Request const& request, std::optional<ClientAddress> const& client) {
  if (request.method == "HEAD" || request.header("DNT") == "1" || request.header("Sec-GPC") == "1") {
    return std::nullopt;
  }
  return client ? client_prefix(*client) : ReaderKey{};
}

}  // namespace pressmark
