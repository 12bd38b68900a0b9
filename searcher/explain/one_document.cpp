// The first stage, narrowed to one document.
#include "searcher/explain/one_document.h"

#include "common/index/schema.h"
#include "searcher/match/first_stage.h"

namespace pressmark {

OneDocument::OneDocument(SearchContext const& context, std::string const& id)
    : context_(context), only_(key_term(Field::id, id)) {}

std::optional<double> OneDocument::weight(Xapian::Query const& query) const {
  Xapian::Query const narrowed(Xapian::Query::OP_FILTER, query, only_);
  auto const found = first_stage(context_.database, narrowed, {.limit = 1}, context_.weights);
  if (found.candidates.empty()) return std::nullopt;
  return found.candidates.front().weight;
}

}  // namespace pressmark
