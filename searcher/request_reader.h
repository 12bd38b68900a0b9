// A request as a person wrote it, to a query: what its text means, and what in it can find nothing.
#pragma once

#include <functional>
#include <string>
#include <vector>
#include <xapian.h>

#include "common/base/time.h"
#include "common/base/time_limit.h"
#include "common/index/record.h"
#include "searcher/match/name_table.h"
#include "searcher/query/query.h"
#include "searcher/searcher.h"

namespace pressmark {

// A request as it was understood, its warnings with it.
struct UnderstoodRequest {
  Query query;
  std::string exact_title;    // as in SearchContext
  bool is_searchable = true;  // false: it says something, none of which can be a word of a post
};

// Reads requests against one version of an index. Keeps references to all it is given. Not thread-safe.
class RequestReader {
 public:
  // `languages`: of the index. `names` is asked for the index's names where a filter finds none.
  RequestReader(Xapian::Database const& database, std::vector<std::string> const& languages,
                RecordUnpacker& unpacker, std::function<NameTable const&()> names, TimeLimit& time);

  // `now` is what relative dates count from. Throws Error{usage} for dates of the request that are none, and
  // what Xapian throws.
  [[nodiscard]] UnderstoodRequest read(SearchRequest const& request, Timestamp now) const;

 private:
  [[nodiscard]] std::string exact_title_term(std::string const& text) const;
  [[nodiscard]] bool excludes_as_title(Query const& query, std::string const& exact_title) const;
  void warn_about_unknown_names(Query& query) const;

  Xapian::Database const& database_;
  std::vector<std::string> const& languages_;
  RecordUnpacker& unpacker_;
  std::function<NameTable const&()> names_;
  TimeLimit& time_;
};

}  // namespace pressmark
